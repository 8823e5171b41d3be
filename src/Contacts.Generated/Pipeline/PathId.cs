namespace Contacts.Generated;

/// <summary>Guards the ids that become part of a path: some would address another resource than the one meant.</summary>
internal static class PathId
{
    /// <summary>Checks and encodes an id.</summary>
    public static string Encode(string? id, string parameter)
    {
        if (id is null)
        {
            throw new ArgumentNullException(parameter, "An id is needed here: pass the id of one item.");
        }

        if (string.IsNullOrWhiteSpace(id))
        {
            throw new ArgumentException("The id is empty. An empty id would address the whole list; pass the id of one item.", parameter);
        }

        if (id is "." or "..")
        {
            throw new ArgumentException("The id is a path segment that leads elsewhere ('.' or '..'). Pass the id of one item.", parameter);
        }

        if (id[0] == '_')
        {
            throw new ArgumentException("The id begins with '_', as the service's own routes do ('_search'). Pass the id of one item.", parameter);
        }

        return PercentEncoding.IsBroken(id)
            ? throw new ArgumentException("The id has an unpaired surrogate, so it is no valid text. Pass the id of one item.", parameter)
            : PercentEncoding.Encode(id);
    }
}
