using Contacts.Generated.Benchmarks.Contenders.Kiota;
using Contacts.Generated.Benchmarks.Contenders.Raw;
using Contacts.Generated.Benchmarks.Contenders.Refit;
using Contacts.Generated.Benchmarks.Contenders.Stock;

namespace Contacts.Generated.Benchmarks.Contenders;

/// <summary>Who takes part, by the names that the commands and the report use.</summary>
internal static class ContenderList
{
    public const string Raw = "raw HttpClient + System.Text.Json";
    public const string Ours = "Contacts.Generated";
    public const string OursWithoutOptions = "Contacts.Generated, no options";
    public const string OursNewtonsoft = "Contacts.Generated, UseNewtonsoftJson";
    public const string OursNetStandard = "Contacts.Generated, netstandard2.0 build";
    public const string StockSystemTextJson = "stock NSwag + System.Text.Json";
    public const string StockNewtonsoft = "stock NSwag + Newtonsoft.Json";
    public const string Refit = "Refit";
    public const string Kiota = "Kiota runtime";
    public const string Sequential = "raw, one page after the other";

    /// <summary>All that make single calls.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Raw, Ours, OursNewtonsoft, OursNetStandard, StockSystemTextJson, StockNewtonsoft, Refit, Kiota];

    /// <summary>Those that are not ours, nor the measure itself.</summary>
    public static IReadOnlyList<string> Peers { get; } = [StockSystemTextJson, StockNewtonsoft, Refit, Kiota];

    public static IContender Create(string name, Uri gateway) => name switch
    {
        Raw => new RawContender(gateway),
        Sequential => new SequentialContender(gateway),
        Ours => SdkContender.Create(gateway),
        OursWithoutOptions => SdkContender.CreateWithoutOptions(gateway),
        OursNewtonsoft => SdkContender.Create(gateway, options => options.UseNewtonsoftJson()),
        StockSystemTextJson => new StockSystemTextJsonContender(gateway),
        StockNewtonsoft => new StockNewtonsoftJsonContender(gateway),
        Refit => new RefitContender(gateway),
        Kiota => new KiotaContender(gateway),
        _ => throw new ArgumentException("There is no contender of this name: " + name, nameof(name)),
    };
}
