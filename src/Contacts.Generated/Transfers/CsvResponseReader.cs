namespace Contacts.Generated;

/// <summary>A CSV export, handed to the caller as it comes. JSON is accepted too: a server that negotiates needs it for its errors.</summary>
internal sealed class CsvResponseReader : ResponseReader<ContactsCsvExport>
{
    public override string Accept => "text/csv, application/json; q=0.5";

    public override bool IsStreaming => true;

    public override string Expected => "CSV";

    public override ValueTask<ContactsCsvExport?> OpenAsync(HttpResponseMessage response, PeekStream body, CancellationToken cancellationToken) =>
        CsvResponse.ReadAsync(response, body, cancellationToken);
}
