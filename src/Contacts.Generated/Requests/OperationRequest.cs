using System.Globalization;

namespace Contacts.Generated;

/// <summary>
/// What one call sends, in the contract's form. Generated code fills it in; every argument is checked here, before anything is sent. A
/// dialect may then rewrite it.
/// </summary>
internal abstract class OperationRequest(OperationDescriptor descriptor)
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

    public UploadPart? Upload { get; private set; }

    public string?[] PathValues => _path;

    public void SetPath(string name, string? id, string parameter) =>
        _path[Descriptor.Path.IndexOf(name)] = PathId.Encode(id, parameter);

    public void SetPath<T>(string name, T id, string parameter)
        where T : struct => SetPath(name, Text(id), parameter);

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
            Query.Add(new QueryParameter(name, NotBlank(Text(given), parameter, member)));
        }
    }

    /// <summary>Adds a required number, boolean or open enum.</summary>
    public void AddQuery<T>(string name, T value, string parameter, decimal? minimum = null, decimal? maximum = null)
        where T : struct
    {
        Bounds.Check(value, parameter, member: null, minimum, maximum);
        Query.Add(new QueryParameter(name, Text(value)));
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
            Query.Add(new QueryParameter(name, NotBlank(value is null ? "" : Text(value), parameter, member)));
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

    public void AddHeader<T>(string name, T? value, string parameter, string member, decimal? minimum = null, decimal? maximum = null)
        where T : struct
    {
        if (value is { } given)
        {
            Bounds.Check(given, parameter, member, minimum, maximum);
            AddHeader(name, Text(given), parameter, member);
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

    public void SetBody<T>(T? body, string parameter)
        where T : class
    {
        if (body is null)
        {
            throw new ArgumentNullException(parameter, "A body is required. Pass the object to send.");
        }

        Body = body is IOpenModel { HasIdentity: false }
            ? throw new ArgumentException(
                $"A required property of {typeof(T).Name} is empty or blank. Set each that is not nullable.", parameter)
            : new RequestBody<T>(body);
    }

    /// <summary>Sets a list of strings as the body.</summary>
    public void SetListBody(IEnumerable<string>? items, string parameter, int minimumItems)
    {
        var list = new List<string>(items
            ?? throw new ArgumentNullException(parameter, "A list is required. Pass at least one id; an empty list never means all."));
        if (list.Count < minimumItems)
        {
            throw new ArgumentException(
                "The list is empty, which never means all. Pass at least one id, or call the method for all of them.", parameter);
        }

        foreach (var item in list)
        {
            if (string.IsNullOrWhiteSpace(item))
            {
                throw new ArgumentException("The list contains an item that is null or blank. Remove it before the call.", parameter);
            }
        }

        Body = new RequestBody<IReadOnlyList<string>>(list);
    }

    /// <summary>Sets a list of one string as the body.</summary>
    public void SetSingleItemBody(string? item, string parameter) => SetListBody([Required(item, parameter)], parameter, minimumItems: 1);

    public void SetFile(string partName, UploadContent? file, string parameter, IProgress<TransferProgress>? progress) =>
        Upload = new UploadPart(
            partName,
            file ?? throw new ArgumentNullException(
                parameter, "A file is required. Create one with UploadContent.FromFile, FromStream or FromBytes."),
            progress);

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

    private static string Text<T>(T value)
        where T : notnull => value switch
        {
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => WireTime.Format(time),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}

/// <summary>What one call sends, and how its response is read.</summary>
internal sealed class OperationRequest<T>(OperationDescriptor<T> descriptor) : OperationRequest(descriptor)
{
    public ResponseReader<T> Reader { get; } = descriptor.Reader;
}

/// <summary>One query parameter. A list repeats the name; a dialect may write it differently.</summary>
internal readonly record struct QueryParameter(string Name, string Value);

/// <summary>The file that a call sends as a part of a multipart form.</summary>
internal sealed record UploadPart(string Name, UploadContent Content, IProgress<TransferProgress>? Progress);

/// <summary>The value that a call sends as JSON.</summary>
internal abstract class RequestBody
{
    public abstract byte[] Write(JsonEngine engine);
}

/// <summary>The value that a call sends as JSON, typed as in the contract.</summary>
internal sealed class RequestBody<T>(T value) : RequestBody
{
    public T Value { get; } = value;

    public override byte[] Write(JsonEngine engine) => engine.Write(Value);
}

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
