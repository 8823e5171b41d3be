using Microsoft.Extensions.Http;

namespace Contacts.Generated;

/// <summary>
/// Puts our two handlers around those of the application, wherever and whenever it added them; where it has none, there is nothing to
/// see.
/// </summary>
internal sealed class AttemptHandlerFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name == clientName && builder.AdditionalHandlers.Count > 0)
        {
            builder.AdditionalHandlers.Insert(0, new AttemptStartHandler());
            builder.AdditionalHandlers.Add(new AttemptEndHandler());
        }
    };
}
