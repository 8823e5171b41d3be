using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Contacts.Generated.Testing;

/// <summary>Allows pages of any origin to call the API, credentials included, as the gateway does.</summary>
internal sealed class CrossOrigin : ICorsPolicyProvider
{
    private readonly CorsPolicy _policy;

    /// <param name="isOlderGateway">Whether to be the older gateway, which neither allows nor exposes the id of a request.</param>
    private CrossOrigin(bool isOlderGateway)
    {
        var policy = new CorsPolicyBuilder().SetIsOriginAllowed(static _ => true).AllowCredentials().AllowAnyMethod();
        _policy = isOlderGateway
            ? policy.WithHeaders("authorization", "content-type", "x-access-token", "x-api-key", "x-organization-id").Build()
            : policy.AllowAnyHeader().WithExposedHeaders("x-request-id").Build();
    }

    public static void AddTo(IApplicationBuilder app, bool isOlderGateway)
    {
        var policies = new CrossOrigin(isOlderGateway);
        var service = new CorsService(Options.Create(new CorsOptions()), NullLoggerFactory.Instance);
        app.Use(next =>
        {
            var middleware = new CorsMiddleware(next, service, NullLoggerFactory.Instance);
            return context => middleware.Invoke(context, policies);
        });
    }

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName) => Task.FromResult<CorsPolicy?>(_policy);
}
