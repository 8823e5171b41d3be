using System.Reflection;
using System.Runtime.Versioning;

namespace Contacts.Generated.ContractTests;

public class TestedBuildTests
{
    [Fact]
    public void The_build_under_test_is_the_one_of_NET_Framework() =>
        typeof(ContactsClient)
            .Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Should().Be(".NETStandard,Version=v2.0");
}
