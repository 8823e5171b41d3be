using System.Text;

namespace Contacts.Generated;

// The body: JSON, text, a form, or files that are streamed.
internal abstract partial class OperationRequest
{
    private const string Form = "multipart/form-data";

    public void SetBody<T>(T body, string parameter, string mediaType = RequestBody.Json)
    {
        if (body is null)
        {
            throw new ArgumentNullException(parameter, "A body is required. Pass the object to send.");
        }

        Body = body is IOpenModel { HasIdentity: false }
            ? throw new ArgumentException(
                $"A required property of {typeof(T).Name} is empty or blank. Set each that is not nullable.", parameter)
            : new RequestBody<T>(body, mediaType);
    }

    /// <summary>Sets a body that may be left out: null sends none.</summary>
    public void SetOptionalBody<T>(T? body, string parameter, string mediaType = RequestBody.Json)
        where T : class
    {
        if (body is not null)
        {
            SetBody(body, parameter, mediaType);
        }
    }

    public void SetOptionalBody<T>(T? body, string parameter, string mediaType = RequestBody.Json)
        where T : struct
    {
        if (body is { } given)
        {
            SetBody(given, parameter, mediaType);
        }
    }

    /// <summary>Sets any JSON value as the body, or an object with any members.</summary>
    /// <param name="body">The value.</param>
    /// <param name="parameter">The C# name of the argument.</param>
    /// <param name="isOptional">Whether null sends no body.</param>
    /// <param name="allowsNull">Whether null is a value.</param>
    /// <param name="mediaType">The media type.</param>
    public void SetAnyBody(object? body, string parameter, bool isOptional, bool allowsNull, string mediaType = RequestBody.Json) =>
        Body = body is not null || allowsNull ? new AnyBody(body, mediaType)
            : isOptional ? null
            : throw new ArgumentNullException(parameter, "A body is required. Pass the value to send.");

    /// <summary>Sets a list as the body. A blank string counts as a missing item, unless the contract allows one.</summary>
    public void SetListBody<T>(
        IEnumerable<T>? items, string parameter, int minimumItems = 0, bool allowsBlank = false, string mediaType = RequestBody.Json)
    {
        var list = new List<T>(items
            ?? throw new ArgumentNullException(parameter, "A list is required. Pass at least one id; an empty list never means all."));
        if (list.Count < minimumItems)
        {
            throw new ArgumentException(
                "The list is empty, which never means all. Pass at least one id, or call the method for all of them.", parameter);
        }

        foreach (var item in list)
        {
            if (item is null || (!allowsBlank && item is string text && string.IsNullOrWhiteSpace(text)))
            {
                throw new ArgumentException("The list contains an item that is null or blank. Remove it before the call.", parameter);
            }
        }

        Body = new RequestBody<IReadOnlyList<T>>(list, mediaType);
    }

    /// <summary>Sets a list, which may be left out, as the body: null sends none.</summary>
    public void SetOptionalListBody<T>(
        IEnumerable<T>? items, string parameter, int minimumItems = 0, bool allowsBlank = false, string mediaType = RequestBody.Json)
    {
        if (items is not null)
        {
            SetListBody(items, parameter, minimumItems, allowsBlank, mediaType);
        }
    }

    /// <summary>Sets a list of one string as the body.</summary>
    public void SetSingleItemBody(string? item, string parameter) => SetListBody([Required(item, parameter)], parameter, minimumItems: 1);

    /// <summary>Sets text as the body, without changing it.</summary>
    public void SetText(string? text, string parameter, bool isOptional, string mediaType) =>
        Body = text is not null ? new TextBody(text, mediaType)
            : isOptional ? null
            : throw new ArgumentNullException(parameter, "A string is required. Pass the text to send, which may be empty.");

    /// <summary>Sets an object as the body, sent as a URL-encoded form.</summary>
    /// <param name="body">The object.</param>
    /// <param name="parameter">The C# name of the argument.</param>
    /// <param name="isOptional">Whether null sends none.</param>
    /// <param name="fields">The fields with a style of their own.</param>
    public void SetForm<T>(T? body, string parameter, bool isOptional, params FormField[] fields) =>
        Body = ParameterValue.Of(body) is { } value ? new FormBody(value.Plain, fields)
            : isOptional ? null
            : throw new ArgumentNullException(parameter, "A form is required. Pass the object to send.");

    /// <summary>Adds a file to the multipart form that is the body.</summary>
    public void SetFile(string partName, UploadContent? file, string parameter, IProgress<TransferProgress>? progress) =>
        AddFile(partName, file, parameter, progress, isOptional: false, mediaType: null);

    public void AddFile(
        string partName, UploadContent? file, string parameter, IProgress<TransferProgress>? progress, bool isOptional, string? mediaType)
    {
        var form = FormWith(progress);
        if (file is not null)
        {
            form.Parts.Add(new BodyPart(partName, file, Bytes: null, mediaType));
        }
        else if (!isOptional)
        {
            throw NoFile(parameter);
        }
    }

    /// <summary>Adds a part for each of several files.</summary>
    public void AddFiles(
        string partName, IEnumerable<UploadContent>? files, string parameter, IProgress<TransferProgress>? progress, bool isOptional,
        string? mediaType)
    {
        if (files is null && !isOptional)
        {
            throw new ArgumentNullException(parameter, "A list of files is required. Pass an empty one to send none.");
        }

        FormWith(progress);
        foreach (var file in files ?? [])
        {
            AddFile(partName, file, parameter, progress, isOptional: false, mediaType);
        }
    }

    /// <summary>
    /// Adds a value to the multipart form that is the body: a string as it is, a list as one part for each item, an object as JSON.
    /// </summary>
    public void AddPart(string partName, ParameterValue? value, string parameter, bool isOptional, string? mediaType = null)
    {
        if (value is null && !isOptional)
        {
            throw Missing(parameter);
        }

        var form = FormWith(progress: null);
        foreach (var plain in value?.Plain as List<object?> ?? [value?.Plain])
        {
            if (plain is PlainObject or List<object?> || (plain is not null && mediaType == RequestBody.Json))
            {
                form.Parts.Add(new BodyPart(partName, File: null, PlainValueWriter.ToUtf8(plain), mediaType ?? RequestBody.Json));
            }
            else if (plain is not null)
            {
                form.Parts.Add(new BodyPart(partName, File: null, Encoding.UTF8.GetBytes(StyledText.ParameterValueText(plain)), mediaType));
            }
        }
    }

    /// <summary>Sets a file as the body, as it is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parameter">The C# name of the argument.</param>
    /// <param name="progress">Receives the progress of the upload, or null to report none.</param>
    /// <param name="isOptional">Whether null sends none.</param>
    /// <param name="mediaType">The only media type that the contract accepts; null for the file's own.</param>
    public void SetContent(
        UploadContent? file, string parameter, IProgress<TransferProgress>? progress, bool isOptional, string? mediaType = null)
    {
        if (file is null)
        {
            Body = isOptional ? null : throw NoFile(parameter);
            return;
        }

        var body = new UploadBody(mediaType ?? file.MediaType, isForm: false) { Progress = progress };
        body.Parts.Add(new BodyPart("", file));
        Body = body;
    }

    private static ArgumentNullException NoFile(string parameter) =>
        new(parameter, "A file is required. Create one with UploadContent.FromFile, FromStream or FromBytes.");

    private UploadBody FormWith(IProgress<TransferProgress>? progress)
    {
        var form = Upload;
        if (form is null)
        {
            Body = form = new UploadBody(Form, isForm: true);
        }

        form.Progress ??= progress;
        return form;
    }
}
