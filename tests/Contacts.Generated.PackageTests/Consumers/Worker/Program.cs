using Contacts.Generated;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();

// As the templates of some applications have it: every HTTP client of the host gets a resilience handler.
builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
builder.Services.AddContactsClient(builder.Configuration.GetSection("Contacts"));
builder.Services.AddHostedService<ContactReader>();
await builder.Build().RunAsync();
