using Contacts.Generated;
using Microsoft.AspNetCore.Mvc;

namespace WebApi;

/// <summary>Controllers write with Newtonsoft.Json here.</summary>
[ApiController]
public sealed class AnswerController : ControllerBase
{
    [HttpGet("/newtonsoft/{reader}/{id}")]
    public Task<Answer> Get(string reader, string id, [FromServices] IServiceProvider services) =>
        Answers.ReadAsync(services.GetRequiredKeyedService<ContactsClient>(reader), id);
}
