using System.Globalization;

namespace Contacts.Generated.Tests;

/// <summary>Runs a test under cultures whose numbers, dates or letters differ from the invariant one.</summary>
internal static class Cultures
{
    /// <summary>The names: decimal comma, other digits and calendar, another upper-case i.</summary>
    public static TheoryData<string> All => ["", "de-DE", "ar-SA", "tr-TR"];

    public static async Task RunAsync(string name, Func<Task> test)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            await test();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    public static void Run(string name, Action test) => RunAsync(name, () =>
    {
        test();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();
}
