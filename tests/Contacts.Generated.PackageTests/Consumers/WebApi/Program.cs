using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Contacts.Generated;
using WebApi;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddContactsClient("stj", ClientOptions);
builder.Services.AddContactsClient("newtonsoft", options =>
{
    ClientOptions(options);
    options.UseNewtonsoftJson();
});
builder.Services.AddControllers().AddNewtonsoftJson();

var app = builder.Build();
var sourceGenerated = new JsonSerializerOptions(JsonSerializerDefaults.Web)
{
    TypeInfoResolver = JsonTypeInfoResolver.Combine(ContactsJson.TypeInfoResolver, AnswerJsonContext.Default),
};
app.MapControllers();
app.MapGet("/stj/{reader}/{id}", (string reader, string id, IServiceProvider services) =>
    Answers.ReadAsync(services.GetRequiredKeyedService<ContactsClient>(reader), id));
app.MapGet("/context/{reader}/{id}", async (string reader, string id, IServiceProvider services) =>
    Results.Json(await Answers.ReadAsync(services.GetRequiredKeyedService<ContactsClient>(reader), id), sourceGenerated));
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
foreach (var writer in new[] { "stj", "newtonsoft", "context" })
{
    foreach (var reader in new[] { "stj", "newtonsoft" })
    {
        Console.WriteLine(await http.GetStringAsync($"/{writer}/{reader}/{args[0]}"));
    }
}

await app.StopAsync();

static void ClientOptions(ContactsClientOptions options)
{
    options.GatewayUrl = new Uri(Environment.GetEnvironmentVariable("IMBRACE_GATEWAY_URL")!);
    options.ApiKey = "api_emulator";
}
