using System.Globalization;

namespace Contacts.Generated;

/// <summary>
/// What one call sends, in the contract's form. Generated code fills it in; every argument is checked here, before anything is sent. A
/// dialect may then rewrite it.
/// </summary>
internal abstract partial class OperationRequest(OperationDescriptor descriptor)
{
    private readonly string?[] _path = descriptor.Path.Count == 0 ? [] : new string?[descriptor.Path.Count];
    private List<QueryParameter>? _query;

    public OperationDescriptor Descriptor { get; } = descriptor;

    public string Operation => Descriptor.Name;

    public HttpMethod Method { get; set; } = descriptor.Method;

    /// <summary>The query parameters, in order.</summary>
    public List<QueryParameter> Query => _query ??= new(capacity: 4);

    /// <summary>Whether there are query parameters. Most calls have none.</summary>
    public bool HasQuery => _query is { Count: > 0 };

    public List<KeyValuePair<string, string>>? Headers { get; private set; }

    public RequestBody? Body { get; set; }

    /// <summary>Whether the contract describes a partial response (206), which is refused otherwise.</summary>
    public bool AllowsPartialContent { get; set; }

    /// <summary>The body if it is streamed.</summary>
    public UploadBody? Upload => Body as UploadBody;

    /// <summary>The media types to ask for.</summary>
    public abstract string Accept { get; }

    /// <summary>Whether the response is handed over as a stream.</summary>
    public abstract bool StreamsResponse { get; }

    public string?[] PathValues => _path;

    public void AddHeadersTo(HttpRequestMessage message)
    {
        message.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Headers is not null)
        {
            foreach (var header in Headers)
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    public void SetPath(string name, string? id, string parameter, char? reserved = null) =>
        _path[Descriptor.Path.IndexOf(name)] = PathId.Encode(id, parameter, reserved);

    public void SetPath<T>(string name, T id, string parameter, decimal? minimum = null, decimal? maximum = null)
        where T : struct
    {
        Bounds.Check(id, parameter, member: null, minimum, maximum);
        SetPath(name, ParameterText.Of(id), parameter);
    }

    /// <summary>Fills a placeholder with a value in one of the contract's styles.</summary>
    public void SetPath(string name, ParameterValue? value, string parameter, ParameterStyle style = ParameterStyle.Simple)
    {
        var encode = Encoder(parameter, parameter, keepsReserved: false);
        var text = StyledText.Part(
            PercentEncoding.Encode(name), value ?? throw Missing(parameter), style, text => encode(Required(text, parameter)));
        _path[Descriptor.Path.IndexOf(name)] = text is "" or "." or ".." ? throw Missing(parameter) : text;
    }

    /// <summary>Adds a required string.</summary>
    public void AddQuery(string name, string? value, string parameter) => Query.Add(new QueryParameter(name, Required(value, parameter)));

    /// <summary>Adds an optional string.</summary>
    public void AddQuery(string name, string? value, string parameter, string member)
    {
        if (value is not null)
        {
            Query.Add(new QueryParameter(name, NotBlank(value, parameter, member)));
        }
    }

    /// <summary>Adds an optional number, boolean or open enum.</summary>
    public void AddQuery<T>(string name, T? value, string parameter, string member, decimal? minimum = null, decimal? maximum = null)
        where T : struct
    {
        if (value is { } given)
        {
            Bounds.Check(given, parameter, member, minimum, maximum);
            Query.Add(new QueryParameter(name, NotBlank(ParameterText.Of(given), parameter, member)));
        }
    }

    /// <summary>Adds a required number, boolean or open enum.</summary>
    public void AddQuery<T>(string name, T value, string parameter, decimal? minimum = null, decimal? maximum = null)
        where T : struct
    {
        Bounds.Check(value, parameter, member: null, minimum, maximum);
        Query.Add(new QueryParameter(name, Required(ParameterText.Of(value), parameter)));
    }

    /// <summary>Adds an optional list; an empty one adds nothing.</summary>
    public void AddQuery<T>(string name, IEnumerable<T>? values, string parameter, string member)
        where T : notnull
    {
        if (values is null)
        {
            return;
        }

        foreach (var value in values)
        {
            Query.Add(new QueryParameter(name, NotBlank(value is null ? "" : ParameterText.Of(value), parameter, member)));
        }
    }

    /// <summary>Adds a required list.</summary>
    public void AddQuery<T>(string name, IEnumerable<T> values, string parameter)
        where T : notnull =>
        AddQuery(
            name,
            values ?? throw new ArgumentNullException(parameter, "A list is required. Pass an empty one to send none."),
            parameter,
            parameter);

    public void AddHeader(string name, string? value, string parameter) =>
        AddHeader(name, Required(value, parameter), parameter, parameter);

    public void AddHeader<T>(string name, T value, string parameter, decimal? minimum = null, decimal? maximum = null)
        where T : struct
    {
        Bounds.Check(value, parameter, member: null, minimum, maximum);
        AddHeader(name, ParameterText.Of(value), parameter);
    }

    public void AddHeader<T>(string name, T? value, string parameter, string member, decimal? minimum = null, decimal? maximum = null)
        where T : struct
    {
        if (value is { } given)
        {
            Bounds.Check(given, parameter, member, minimum, maximum);
            AddHeader(name, ParameterText.Of(given), parameter, member);
        }
    }

    public void AddHeader(string name, string? value, string parameter, string member)
    {
        if (value is not null)
        {
            HeaderText.Check(value, parameter, member);
            (Headers ??= []).Add(new KeyValuePair<string, string>(name, value));
        }
    }

    /// <summary>Adds a parameter in one of the contract's styles; its name is encoded already.</summary>
    public void AddQuery(
        string name, ParameterValue? value, string parameter, string? member = null, ParameterStyle style = ParameterStyle.Form,
        bool keepsReserved = false)
    {
        if (value is not null)
        {
            foreach (var pair in StyledText.Pairs(name, value, style, Encoder(parameter, member ?? parameter, keepsReserved)))
            {
                Query.Add(new QueryParameter(pair, Value: null));
            }
        }
        else if (member is null)
        {
            throw Missing(parameter);
        }
    }

    /// <summary>Adds a header with a value in one of the contract's styles.</summary>
    public void AddHeader(
        string name, ParameterValue? value, string parameter, string? member = null, ParameterStyle style = ParameterStyle.Simple)
    {
        if (value is not null)
        {
            AddHeader(name, StyledText.Part(name, value, style, static text => text), parameter, member ?? parameter);
        }
        else if (member is null)
        {
            throw Missing(parameter);
        }
    }

    /// <summary>Adds a cookie; all cookies are one header.</summary>
    public void AddCookie(
        string name, ParameterValue? value, string parameter, string? member = null, ParameterStyle style = ParameterStyle.Form)
    {
        if (value is null)
        {
            _ = member ?? throw Missing(parameter);
            return;
        }

        var pairs = string.Join("; ", StyledText.Pairs(name, value, style, Encoder(parameter, member ?? parameter, keepsReserved: false)));
        var index = Headers?.FindIndex(static header => header.Key == WireHeaders.Cookie) ?? -1;
        if (index >= 0)
        {
            Headers![index] = new(WireHeaders.Cookie, Headers[index].Value + "; " + pairs);
        }
        else if (pairs.Length > 0)
        {
            (Headers ??= []).Add(new(WireHeaders.Cookie, pairs));
        }
    }

    private static string Required(string? value, string parameter)
    {
        if (value is null)
        {
            throw new ArgumentNullException(parameter, "A value is required. Pass a string that is not empty.");
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("The value is empty or blank. Pass a string that is not.", parameter);
        }

        return PercentEncoding.IsBroken(value)
            ? throw new ArgumentException("The value contains an unpaired surrogate, which cannot be sent. Pass a valid string.", parameter)
            : value;
    }

    private static string NotBlank(string value, string parameter, string member)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{member} is empty or blank. Set a value, or leave it null to send none.", parameter);
        }

        return PercentEncoding.IsBroken(value)
            ? throw new ArgumentException($"{member} contains an unpaired surrogate, which cannot be sent. Set a valid string.", parameter)
            : value;
    }

    private static ArgumentNullException Missing(string parameter) => new(parameter, "A value is required. Pass one that is not empty.");

    private static Func<string, string> Encoder(string parameter, string member, bool keepsReserved) => text =>
        PercentEncoding.IsBroken(text)
            ? throw new ArgumentException($"{member} contains an unpaired surrogate, which cannot be sent. Set a valid string.", parameter)
            : keepsReserved ? PercentEncoding.EncodeAllButReserved(text) : PercentEncoding.Encode(text);
}

/// <summary>What one call sends, and how its response is read.</summary>
internal sealed class OperationRequest<T>(OperationDescriptor<T> descriptor) : OperationRequest(descriptor)
{
    public ResponseReader<T> Reader => ((OperationDescriptor<T>)Descriptor).Reader;

    public override string Accept => Reader.Accept;

    public override bool StreamsResponse => Reader.IsStreaming;
}

/// <summary>One query parameter. A list repeats the name; a dialect may write it differently.</summary>
/// <param name="Name">The name, encoded; or the name and the value, as one of the contract's styles writes them.</param>
/// <param name="Value">The value, not encoded; null if the name has it.</param>
internal readonly record struct QueryParameter(string Name, string? Value);

/// <summary>Checks a number against the contract's minimum and maximum.</summary>
internal static class Bounds
{
    public static void Check<T>(T value, string parameter, string? member, decimal? minimum, decimal? maximum)
        where T : struct
    {
        if (minimum is null && maximum is null)
        {
            return;
        }

        var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        if (number < minimum)
        {
            throw OutOfRange(value, parameter, member, "at least", minimum.Value);
        }

        if (number > maximum)
        {
            throw OutOfRange(value, parameter, member, "at most", maximum.Value);
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(object value, string parameter, string? member, string relation, decimal bound) =>
        new(
        parameter,
        value,
        string.Format(
            CultureInfo.InvariantCulture,
            member is null ? "{0} must be {1} {2}." : "{0} must be {1} {2}; leave it null for the service's default.",
            member ?? parameter,
            relation,
            bound));
}
