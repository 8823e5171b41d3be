using System.Reflection;
using Xunit.Sdk;

namespace Contacts.Generated.ContractTests;

/// <summary>
/// The names of the scenarios that the test's own class has, of the kind that a class makes in its method "Of"; "MemberData" sees the base
/// class only.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenariosAttribute(Type scenarios) : DataAttribute
{
    public Type Scenarios => scenarios;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        using var fixture = new ContractFixture();
        using var contract = OperationContract.Create(testMethod.ReflectedType!, fixture);
        foreach (var scenario in (IEnumerable<Scenario>)Scenarios.GetMethod("Of")!.Invoke(null, [contract])!)
        {
            yield return [scenario.Name];
        }
    }
}
