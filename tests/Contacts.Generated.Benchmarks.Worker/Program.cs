using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Workers;

return args switch
{
    ["worker", _, var address] => await Worker.RunAsync(SdkContender.Create(new Uri(address))),
    ["first", _, var address] => await FirstCall.RunAsync(() => SdkContender.Create(new Uri(address))),
    _ => throw new ArgumentException("Started by the benchmarks, as: worker NAME ADDRESS, or first NAME ADDRESS."),
};
