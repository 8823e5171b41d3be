using Microsoft.Extensions.Http;

namespace Contacts.Generated;

/// <summary>
/// Puts the SDK's two handlers around those of the application, wherever and whenever they were added. Without any of those, there is
/// nothing to watch.
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
