using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Contacts.Generated.Tests;

/// <summary>Reads the documentation that is shipped beside the assembly, as an editor does.</summary>
public class DocumentationTests
{
    private static readonly Dictionary<string, XElement> _members =
        XDocument.Load(Path.ChangeExtension(typeof(ContactsClient).Assembly.Location, ".xml"))
            .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    [Fact]
    public void Every_public_type_and_member_has_a_summary()
    {
        foreach (var type in PublicSurface.Types)
        {
            ShouldBeDocumented("T:" + Name(type));
            foreach (var property in PublicSurface.Properties(type).Where(property => !IsOfARecord(type, property)))
            {
                ShouldBeDocumented($"P:{Name(type)}.{property.Name}");
            }

            foreach (var field in PublicSurface.Fields(type).Where(field => !field.IsSpecialName))
            {
                ShouldBeDocumented($"F:{Name(type)}.{field.Name}");
            }

            foreach (var method in Documented(type))
            {
                ShouldBeDocumented(Id(method));
            }
        }
    }

    [Fact]
    public void Every_parameter_is_documented()
    {
        foreach (var method in PublicSurface.Types.SelectMany(Documented))
        {
            var member = _members[Id(method)];
            if (member.Element("inheritdoc") is not null)
            {
                continue;
            }

            member.Elements("param").Select(parameter => parameter.Attribute("name")!.Value)
                .Should().Equal(method.GetParameters().Select(parameter => parameter.Name), "{0} documents its parameters", Id(method));
            member.Elements("param")
                .Where(parameter => parameter.Value.Trim().Length == 0).Should().BeEmpty("{0} says something of each", Id(method));
        }
    }

    [Fact]
    public void Every_method_that_returns_something_says_what()
    {
        foreach (var method in PublicSurface.Types.SelectMany(Documented).OfType<MethodInfo>().Where(method => method.ReturnType != typeof(
            void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask) && !method.IsSpecialName))
        {
            var member = _members[Id(method)];
            (member.Element("inheritdoc") is not null || member.Element("returns") is { IsEmpty: false })
                .Should().BeTrue("{0} documents its result", Id(method));
        }
    }

    [Fact]
    public void Every_operation_names_the_exceptions_it_throws()
    {
        foreach (var method in PublicSurface.Methods(typeof(ContactsClient))
            .Where(method => typeof(ContactsOperations).GetField(method.Name.Replace("Async", "", StringComparison.Ordinal)) is not null))
        {
            _members[Id(method)].Elements("exception").Select(exception => exception.Attribute("cref")!.Value.Split('.')[^1])
                .Should().Contain(["ContactsApiException", "ContactsConnectionException", "ContactsTimeoutException",
                    "ContactsInvalidResponseException", "OperationCanceledException"], "{0} can end so", method.Name);
        }
    }

    private static void ShouldBeDocumented(string id)
    {
        _members.Should().ContainKey(id);
        var member = _members[id];
        (member.Element("inheritdoc") is not null || member.Element("summary")?.Value.Trim().Length > 3)
            .Should().BeTrue("{0} has a summary", id);
    }

    /// <summary>
    /// Constructors that nobody wrote have no documentation, and neither has what a type inherits the documentation of by its base.
    /// </summary>
    private static IEnumerable<MethodBase> Documented(Type type) => PublicSurface.Methods(type)
        .Where(method => !IsAccessor(method)
            && !(method is ConstructorInfo { IsPublic: true } && method.GetParameters().Length == 0 && !_members.ContainsKey(Id(method))))
        .Where(method => !(method is ConstructorInfo && IsPrimary(type)));

    private static bool IsAccessor(MethodBase method) =>
        method.IsSpecialName && method is MethodInfo && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    /// <summary>The documentation of a primary constructor stands on its type.</summary>
    private static bool IsPrimary(Type type) => _members.TryGetValue("T:" + Name(type), out var member) && member.Elements("param").Any();

    private static bool IsOfARecord(Type type, PropertyInfo property) =>
        property.Name == "EqualityContract" || (IsPrimary(type)
            && _members["T:" + Name(type)].Elements("param").Any(parameter => parameter.Attribute("name")!.Value == property.Name));

    private static string Id(MethodBase method)
    {
        var id = new StringBuilder("M:")
            .Append(Name(method.DeclaringType!)).Append('.').Append(method is ConstructorInfo ? "#ctor" : method.Name);
        if (method.IsGenericMethod)
        {
            id.Append("``").Append(method.GetGenericArguments().Length);
        }

        var parameters = method.GetParameters();
        if (parameters.Length > 0)
        {
            id.Append('(').AppendJoin(',', parameters.Select(parameter => ParameterName(parameter.ParameterType))).Append(')');
        }

        return method.Name == "op_Implicit"
            ? id.Append('~').Append(ParameterName(((MethodInfo)method).ReturnType)).ToString()
            : id.ToString();
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string ParameterName(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (type.IsByRef)
        {
            return ParameterName(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return ParameterName(type.GetElementType()!) + "[]";
        }

        if (!type.IsGenericType)
        {
            return Name(type);
        }

        var name = Name(type.GetGenericTypeDefinition());
        return name[..name.IndexOf('`', StringComparison.Ordinal)] + "{"
            + string.Join(',', type.GetGenericArguments().Select(ParameterName)) + "}";
    }
}
