using Microsoft.Extensions.DependencyInjection;

namespace Contacts.Generated.Sync.Tests;

/// <summary>How a mirror is set up, and what is said of mistakes in it.</summary>
public class SetUpTests
{
    [Fact]
    public void The_mirror_is_found_by_its_context_and_without()
    {
        using var database = TestDatabase.Create();
        using var services = new ServiceCollection().AddDbContextFactory<AppDb>(database.Use)
            .AddContactsMirror<AppDb>(mirror => mirror.Organization("org_b"))
            .AddContactsMirror<AppDb>(mirror => mirror.Organization("org_a"))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        services.GetRequiredService<ContactsMirror>().Should().BeSameAs(services.GetRequiredService<ContactsMirror<AppDb>>());
        services.GetRequiredService<ContactsMirror>().Organizations.Should().Equal("org_a", "org_b");
    }

    [Fact]
    public void A_missing_factory_of_contexts_is_named_with_what_to_do()
    {
        using var services = new ServiceCollection().AddContactsMirror<AppDb>(mirror => mirror.Organization("org")).BuildServiceProvider();

        services.Invoking(it => it.GetRequiredService<ContactsMirror>())
            .Should().Throw<ContactsMirrorException>().WithMessage("*call services.AddDbContextFactory<AppDb>(…)*");
    }

    [Fact]
    public async Task An_unknown_organization_is_refused()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 0);

        (await host.Awaiting(it => it.Mirror.RunSliceAsync("org_other")).Should().ThrowAsync<ArgumentException>())
            .WithMessage("*add it with Organization(name)*").WithParameterName("organization");
        host.Invoking(it => it.Mirror.ReadChangesAsync("org_other")).Should().Throw<ArgumentException>().WithParameterName("organization");
        await host.Awaiting(it => it.Mirror.GetStateAsync("org_other")).Should().ThrowAsync<ArgumentException>();
        await host.Awaiting(it => it.Mirror.RunSliceAsync(null!)).Should().ThrowAsync<ArgumentNullException>();
    }

    [Fact]
    public async Task A_client_function_that_returns_null_is_named()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 0, mirror => mirror.Client((_, _) => null!));

        await host.Awaiting(it => it.RunSliceAsync()).Should().ThrowAsync<ContactsMirrorException>().WithMessage("*returned null*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_organization_needs_a_name(string name) =>
        Configuring(mirror => mirror.Organization(name)).Should().Throw<ArgumentException>().WithParameterName(nameof(name));

    [Fact]
    public void An_organization_that_cannot_be_mirrored_is_refused()
    {
        Configuring(mirror => mirror.Organization(new string('x', 201))).Should().Throw<ArgumentException>().WithParameterName("name");
        Configuring(mirror => mirror.Organization("org").Organization("org"))
            .Should().Throw<ArgumentException>().WithMessage("*added already*");
        Configuring(mirror => mirror.Organization("org", TimeSpan.Zero))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("every");
        Configuring(mirror => mirror.Organization("org", TimeSpan.FromDays(50)))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("every");
        Configuring(mirror => mirror.Client(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Options_out_of_their_bounds_are_named()
    {
        Refused(mirror => mirror.SliceTime = TimeSpan.Zero, "SliceTime");
        Refused(mirror => mirror.SliceTime = TimeSpan.FromDays(2), "SliceTime");
        Refused(mirror => mirror.MaxShrinkage = -0.1, "MaxShrinkage");
        Refused(mirror => mirror.MaxShrinkage = double.NaN, "MaxShrinkage");
        Refused(mirror => mirror.PageSize = 1, "PageSize");
        Refused(mirror => mirror.MaxConcurrentSlices = 0, "MaxConcurrentSlices");

        static void Refused(Action<ContactsMirrorOptions> configure, string option) =>
            Configuring(configure).Should().Throw<ArgumentOutOfRangeException>().WithMessage($"ContactsMirrorOptions.{option} must be *");
    }

    [Fact]
    public async Task A_test_double_overrides_what_its_test_calls()
    {
        using var mirror = new Double();

        (await mirror.RunSliceAsync("any")).Added.Should().Be(3);
        await mirror.Awaiting(it => it.CreateTablesAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    private static Action Configuring(Action<ContactsMirrorOptions> configure) =>
        () => new ServiceCollection().AddContactsMirror<AppDb>(configure);

    private sealed class Double : ContactsMirror
    {
        public override Task<ContactsMirrorSlice> RunSliceAsync(string organization, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ContactsMirrorSlice { Organization = organization, Added = 3 });
    }
}
