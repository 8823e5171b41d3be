using System.Reflection;

namespace Contacts.Generated.Tests;

public class ClientConventionTests
{
    private static readonly MethodInfo[] _clientMethods =
        [.. PublicSurface.Methods(typeof(ContactsClient)).OfType<MethodInfo>().Where(method => !method.IsSpecialName)];

    private static readonly MethodInfo[] _viewMethods =
        [.. PublicSurface.Methods(typeof(ContactsClientWithResponse)).OfType<MethodInfo>().Where(method => !method.IsSpecialName)];

    [Fact]
    public void Every_asynchronous_method_ends_in_an_optional_token()
    {
        var methods = PublicSurface.Types.SelectMany(PublicSurface.Methods).OfType<MethodInfo>()
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)
                && method.Name is not (nameof(IAsyncDisposable.DisposeAsync) or "GetAsyncEnumerator"))
            .Where(method => !IsPageable(method.ReturnType))
            .ToList();

        methods.Should().NotBeEmpty();
        foreach (var method in methods)
        {
            var last = method.GetParameters().LastOrDefault();
            last.Should().NotBeNull();
            last!.ParameterType.Should().Be<CancellationToken>("{0}.{1} can be cancelled", method.DeclaringType!.Name, method.Name);
            last.Name.Should().Be("cancellationToken");
            last.HasDefaultValue.Should().BeTrue("{0}.{1} can be called without a token", method.DeclaringType!.Name, method.Name);
        }
    }

    [Fact]
    public void What_returns_a_task_says_so_in_its_name()
    {
        foreach (var method in PublicSurface.Types.SelectMany(PublicSurface.Methods)
            .OfType<MethodInfo>().Where(method => !method.IsSpecialName))
        {
            var isAsynchronous = typeof(Task).IsAssignableFrom(method.ReturnType)
                || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal);
            if (isAsynchronous)
            {
                method.Name.Should().EndWith("Async", "{0} returns {1}", method.Name, method.ReturnType.Name);
            }
        }
    }

    [Fact]
    public void A_test_can_stand_in_for_the_client_and_its_view()
    {
        foreach (var method in _clientMethods.Where(method => method.Name != nameof(ContactsClient.WithOptions)).Concat(_viewMethods))
        {
            (method.IsVirtual && !method.IsFinal).Should().BeTrue("{0} can be overridden", method.Name);
        }

        typeof(ContactsClient).GetProperty(nameof(ContactsClient.WithResponse))!.GetMethod!.IsVirtual.Should().BeTrue();
        typeof(ContactsClient).GetMethod(nameof(ContactsClient.WithOptions))!.IsVirtual.Should().BeFalse("a stand-in answers itself");
        foreach (var type in (Type[])[typeof(ContactsClient), typeof(ContactsClientWithResponse)])
        {
            type.IsSealed.Should().BeFalse();
            type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])!.IsFamily.Should().BeTrue();
        }
    }

    [Fact]
    public async Task A_stand_in_says_what_to_override_and_keeps_itself_as_its_view()
    {
        var client = new StandIn();

        client.WithOptions(new ContactsRequestOptions { MaxRetries = 1 }).Should().BeSameAs(client);
        (await client.GetAsync("con_1")).Id.Should().Be("con_1");
        await client.Invoking(it => it.ListAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*Override*");
        await client.Invoking(it => it.WithResponse.ListAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*Override*");
    }

    [Fact]
    public void The_operations_are_those_of_the_contract()
    {
        var names = typeof(ContactsOperations).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

        names.Values.Should().BeEquivalentTo(Contract.OperationIds).And.HaveCount(21);
        names.Should().OnlyContain(pair => pair.Key == char.ToUpperInvariant(pair.Value[0]) + pair.Value.Substring(1));
        _clientMethods.Select(method => method.Name).Should().Contain(names.Keys.Select(name => name + "Async"));
    }

    [Fact]
    public void The_view_has_the_same_operations_with_the_same_parameters()
    {
        var operations = typeof(ContactsOperations).GetFields().Select(field => field.Name + "Async").ToList();
        _viewMethods.Select(method => method.Name).Should().BeEquivalentTo(operations);

        foreach (var method in _viewMethods)
        {
            var plain = _clientMethods.Single(candidate => candidate.Name == method.Name);
            Signature(method).Should().Equal(Signature(plain), "{0} is the same call", method.Name);
            method.ReturnType.GetGenericArguments()[0].GetGenericTypeDefinition().Should().Be(typeof(ContactsResponse<>));
            method.ReturnType.GetGenericArguments()[0].GetGenericArguments()[0].Should().Be(plain.ReturnType.GetGenericArguments()[0]);
        }
    }

    [Fact]
    public void An_operations_optional_parameters_are_in_one_bag_before_the_token()
    {
        foreach (var name in typeof(ContactsOperations).GetFields().Select(field => field.Name))
        {
            var parameters = _clientMethods.Single(method => method.Name == name + "Async").GetParameters();
            foreach (var parameter in parameters.Where(
                parameter => parameter.IsOptional && parameter.ParameterType != typeof(CancellationToken)))
            {
                parameter.ParameterType.Should()
                    .Match(type => type == typeof(IProgress<TransferProgress>) || type.Name == $"Contacts{name}Options");
            }

            parameters.SkipWhile(parameter => !parameter.IsOptional).Should().OnlyContain(parameter => parameter.IsOptional);
        }
    }

    [Fact]
    public void Lists_are_read_only()
    {
        foreach (var method in _clientMethods.Where(method => method.ReturnType.IsGenericType))
        {
            var result = method.ReturnType.GetGenericArguments()[0];
            (result.IsArray || result.Name.StartsWith("List`", StringComparison.Ordinal)
                || result.Name.StartsWith("IEnumerable`", StringComparison.Ordinal))
                .Should().BeFalse("{0} returns a list that is read", method.Name);
        }
    }

    private static IEnumerable<string> Signature(MethodInfo method) =>
        method.GetParameters().Select(parameter => $"{parameter.ParameterType} {parameter.Name} {parameter.IsOptional}");

    private static bool IsPageable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ContactsPageable<>);

    private sealed class StandIn : ContactsClient
    {
        public override Task<Contact> GetAsync(string contactId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Contact { Id = contactId });
    }
}
