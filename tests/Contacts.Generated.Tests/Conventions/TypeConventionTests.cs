using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Tests;

public class TypeConventionTests
{
    public static TheoryData<Type> Models => [.. PublicSurface.Models];

    [Fact]
    public void An_application_imports_one_namespace_and_finds_no_converters_in_it()
    {
        foreach (var type in PublicSurface.Types)
        {
            var isConverter = !type.IsNested && type.Name.Contains("Converter", StringComparison.Ordinal);
            type.Namespace.Should().BeOneOf(isConverter
                ? ["Contacts.Generated.Serialization"]
                : ["Contacts.Generated", "Microsoft.Extensions.DependencyInjection"], "{0} is there", type.Name);
        }
    }

    [Fact]
    public void Hand_written_types_that_an_application_may_also_have_carry_the_prefix()
    {
        string[] plain = [nameof(TransferProgress), nameof(UploadContent), nameof(DownloadContent)];

        PublicSurface.Types
            .Where(type => !type.IsNested && !PublicSurface.Models.Contains(type) && !PublicSurface.OpenEnums.Contains(type))
            .Where(type => !type.Name.Contains("Converter", StringComparison.Ordinal))
            .Select(type => type.Name).Except(plain)
            .Should().OnlyContain(name => name.StartsWith("Contacts", StringComparison.Ordinal));
    }

    [Fact]
    public void Converters_do_not_show_in_completion_lists()
    {
        foreach (var type in PublicSurface.Types.Where(type => !type.IsNested && type.Name.Contains("Converter", StringComparison.Ordinal)))
        {
            type.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>()
                .Should().NotBeNull("{0} is for the libraries", type.Name);
            type.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>()!.State.Should()
                .Be(System.ComponentModel.EditorBrowsableState.Never);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_can_be_made_and_filled(Type model)
    {
        model.IsSealed.Should().BeFalse();
        var instance = Activator.CreateInstance(model)!;
        foreach (var property in PublicSurface.Properties(model))
        {
            property.SetMethod.Should().NotBeNull("{0} can be set", property.Name);
            property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                .Should().NotContain(typeof(IsExternalInit), "{0} can be set at any time", property.Name);
            property.SetValue(instance, property.GetValue(instance));
        }

        foreach (var property in PublicSurface.Properties(model).Where(IsNeverNull))
        {
            property.GetValue(Activator.CreateInstance(model)).Should().NotBeNull("{0}.{1} is never null", model.Name, property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_keeps_what_it_does_not_know(Type model)
    {
        var property = model.GetProperty("AdditionalProperties")!;

        property.PropertyType.Should().Be<IDictionary<string, object?>>();
        property.IsDefined(typeof(JsonExtensionDataAttribute)).Should().BeTrue();
        property.IsDefined(typeof(Newtonsoft.Json.JsonExtensionDataAttribute)).Should().BeTrue();
        ((IDictionary<string, object?>)property.GetValue(Activator.CreateInstance(model))!).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_members_name_is_the_same_in_both_libraries(Type model)
    {
        foreach (var property in model.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(property => !property.Name.Contains('.') && property.Name != "AdditionalProperties"))
        {
            var left = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name;
            var right = property.GetCustomAttribute<Newtonsoft.Json.JsonPropertyAttribute>()?.PropertyName;
            var isIgnoredLeft = property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };
            var isIgnoredRight = property.IsDefined(typeof(Newtonsoft.Json.JsonIgnoreAttribute));

            isIgnoredLeft.Should().Be(isIgnoredRight, "{0}.{1} is a member in both libraries or in neither", model.Name, property.Name);
            if (isIgnoredLeft)
            {
                left.Should().StartWith("$.", "the name of an ignored property must not hide a field");
                right.Should().BeNull();
            }
            else if (left is not null || right is not null || property.GetMethod!.IsPublic)
            {
                left.Should().NotBeNullOrEmpty("{0}.{1} names itself", model.Name, property.Name).And.Be(right);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_converter_has_its_twin_in_the_other_library(Type model)
    {
        foreach (var property in PublicSurface.Properties(model))
        {
            var left = property.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType;
            var right = property.GetCustomAttribute<Newtonsoft.Json.JsonConverterAttribute>()?.ConverterType;

            (right?.Name).Should().Be(left is null ? null : "Newtonsoft" + left.Name, "{0}.{1}", model.Name, property.Name);
        }
    }

    [Fact]
    public void There_are_models_for_every_object_of_the_contract()
    {
        var schemas = Contract.Document["components"]!["schemas"]!.AsObject()
            .Where(schema => (string?)schema.Value!["type"] == "object" && (bool?)schema.Value["x-csharp-skip"] != true)
            .Select(schema => schema.Key);

        PublicSurface.Models.Select(model => model.Name).Should().BeEquivalentTo(schemas);
    }

    [Fact]
    public void Bags_of_options_are_sealed_and_can_be_filled()
    {
        PublicSurface.Bags.Should().NotBeEmpty();
        foreach (var bag in PublicSurface.Bags)
        {
            bag.IsSealed.Should().BeTrue("{0} is no base class", bag.Name);
            bag.GetConstructor([]).Should().NotBeNull();
            foreach (var property in PublicSurface.Properties(bag).Where(property => property.SetMethod is null))
            {
                property.PropertyType.Should().Be<IDictionary<string, string>>("{0}.{1} can be set or added to", bag.Name, property.Name);
            }
        }
    }

    [Fact]
    public void Exceptions_are_a_base_or_sealed()
    {
        var exceptions = PublicSurface.Types.Where(type => typeof(Exception).IsAssignableFrom(type)).ToList();

        exceptions.Should().OnlyContain(type => typeof(ContactsException).IsAssignableFrom(type));
        exceptions.Where(type => !type.IsSealed).Should().BeEquivalentTo([typeof(ContactsException), typeof(ContactsApiException)]);
        foreach (var type in exceptions.Where(type => !type.IsAbstract))
        {
            type.GetConstructors().Should().ContainSingle("{0} can be made by a test", type.Name);
        }
    }

    [Fact]
    public void Nothing_public_is_static_and_can_change()
    {
        foreach (var type in PublicSurface.Types)
        {
            PublicSurface.Fields(type).Where(field => !field.IsLiteral && !field.IsSpecialName)
                .Should().BeEmpty("{0} has no public fields but constants", type.Name);
            PublicSurface.Properties(type).Where(property => property.GetMethod?.IsStatic == true && property.SetMethod is not null)
                .Should().BeEmpty("{0} has no static state that can be set", type.Name);
        }
    }

    [Fact]
    public void Nothing_private_is_static_and_can_change()
    {
        foreach (var type in PublicSurface.Assembly.GetTypes()
            .Where(type => type.Namespace == "Contacts.Generated" && !type.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(field => !field.IsLiteral && !field.IsInitOnly && !field.Name.Contains('<') && !IsGenerated(field.DeclaringType!))
                .Should().BeEmpty("{0} has no mutable statics", type.Name);
        }
    }

    [Fact]
    public void Open_enums_are_values_with_both_converters()
    {
        PublicSurface.OpenEnums.Should().BeEquivalentTo([typeof(ChannelType), typeof(NotificationType)]);
        foreach (var type in PublicSurface.OpenEnums)
        {
            type.IsDefined(typeof(IsReadOnlyAttribute)).Should().BeTrue();
            type.IsDefined(typeof(JsonConverterAttribute)).Should().BeTrue();
            type.IsDefined(typeof(Newtonsoft.Json.JsonConverterAttribute)).Should().BeTrue();
        }
    }

    /// <summary>What System.Text.Json's generator writes keeps its metadata in lazily filled fields.</summary>
    private static bool IsGenerated(Type type) =>
        typeof(JsonSerializerContext).IsAssignableFrom(type) || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute));

    private static bool IsNeverNull(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull;
}
