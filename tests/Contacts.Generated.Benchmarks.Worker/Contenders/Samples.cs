namespace Contacts.Generated.Benchmarks.Contenders;

/// <summary>What every contender sends.</summary>
internal static class Samples
{
    public const string ApiKey = "api_test_key";
    public const string ContactId = "con_0000000042";
    public const string NewName = "Renamed Person";
    public const string NewRemark = "Prefers to be called in the evening.";
    public const int PageSize = 100;
    public const int PagesInFlight = 16;
}
