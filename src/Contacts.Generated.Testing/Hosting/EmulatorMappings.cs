using AnyOfTypes;
using WireMock;
using WireMock.Matchers;
using WireMock.Models;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace Contacts.Generated.Testing;

/// <summary>
/// What WireMock answers: a mapping for each operation and each further form of one, and one for everything else. Stubs of users win,
/// since theirs have a lower number as their priority.
/// </summary>
internal sealed class EmulatorMappings(EmulatorService service, EmulatorMiddleware middleware)
{
    public void AddTo(WireMockServer server)
    {
        foreach (var route in service.Routes.All)
        {
            var path = new PathMatcher(route.Path, () => middleware.Current?.Match?.Route == route);
            server.Given(Request.Create().UsingMethod(route.Method).WithPath(path))
                .AtPriority(route.Priority)
                .WithTitle(route.Operation)
                .RespondWith(Response.Create().WithCallback(_ => Answer(route)));
        }

        server.Given(Request.Create().WithPath(new PathMatcher("*", static () => true)))
            .AtPriority(int.MaxValue)
            .WithTitle("Everything else")
            .RespondWith(Response.Create().WithCallback(_ => Answer(route: null)));
    }

    private ResponseMessage Answer(Route? route)
    {
        var exchange = middleware.Current!;
        exchange.Reply = service.Answer(exchange, route);
        return ToWireMock(exchange.Reply);
    }

    private static ResponseMessage ToWireMock(Reply reply)
    {
        var message = new ResponseMessage
        {
            StatusCode = reply.Status,
            BodyData = reply.Body.Length > EmulatorMiddleware.MaxLoggedBody
                ? null
                : new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = reply.Body },
        };
        foreach (var header in reply.Headers)
        {
            message.AddHeader(header.Key, header.Value);
        }

        if (reply.ContentType is { } type)
        {
            message.AddHeader("Content-Type", type);
        }

        return message;
    }

    /// <summary>
    /// Shows a path to the readers of the mappings, and compares it with the request as it was sent, in which an encoded slash is not one.
    /// </summary>
    private sealed class PathMatcher(string path, Func<bool> matches) : IStringMatcher
    {
        public string Name => nameof(PathMatcher);

        public MatchBehaviour MatchBehaviour => MatchBehaviour.AcceptOnMatch;

        public MatchOperator MatchOperator => MatchOperator.Or;

        public AnyOf<string, StringPattern>[] GetPatterns() => [path];

        public MatchResult IsMatch(string? input) => MatchResult.From(Name, matches() ? MatchScores.Perfect : MatchScores.Mismatch);

        public string GetCSharpCodeArguments() => $"\"{path}\"";
    }
}
