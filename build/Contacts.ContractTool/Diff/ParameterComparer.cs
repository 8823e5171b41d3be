namespace Contacts.ContractTool;

/// <summary>The parameters of an operation before and after.</summary>
public sealed class ParameterComparer(ComparedOperation before, ComparedOperation after, Changes changes)
{
    private static readonly string[] _wireForm = ["style", "explode", "allowReserved", "allowEmptyValue"];

    public void Compare()
    {
        var older = ByPlace(before);
        var newer = ByPlace(after);
        foreach (var (place, parameter) in older)
        {
            if (newer.TryGetValue(place, out var same))
            {
                Compare(parameter, same);
            }
            else
            {
                changes.Breaking($"{Name(parameter)} is gone", parameter.IsRequired ? null : $"{Member(before, parameter)} is gone");
            }
        }

        foreach (var (_, parameter) in newer.Where(one => !older.ContainsKey(one.Key)))
        {
            Add(parameter);
        }
    }

    // The first optional parameter gives the method a further one: comparing the signatures tells that it breaks who was compiled before.
    private void Add(OperationParameter parameter)
    {
        if (parameter.IsRequired)
        {
            changes.Breaking($"{Name(parameter)} is new and required");
        }
        else
        {
            changes.Addition($"{Name(parameter)} is new and optional", $"{Member(after, parameter)} is new");
        }
    }

    private void Compare(OperationParameter older, OperationParameter newer)
    {
        var name = Name(newer);
        if (older.IsRequired != newer.IsRequired)
        {
            changes.Breaking($"{name} is {(newer.IsRequired ? "required" : "optional")} now");
        }

        var (oldSchema, newSchema) = (older.Node.Mapping("schema"), newer.Node.Mapping("schema"));
        if (SchemaText.Of(oldSchema) != SchemaText.Of(newSchema))
        {
            changes.Breaking($"{name} is {SchemaText.Of(newSchema)} and was {SchemaText.Of(oldSchema)}", newer.IsRequired ? null : $"{Member(after, newer)} has another type");
        }
        else if (older.CSharpName != newer.CSharpName)
        {
            changes.Breaking($"{name} has another name in C#", $"{Member(before, older)} is {Member(after, newer)} now");
        }

        if (_wireForm.Any(key => older.Node.Text(key) != newer.Node.Text(key)))
        {
            changes.Breaking($"{name} is written in another form");
        }

        if (!older.Node.Flag("deprecated") && newer.Node.Flag("deprecated"))
        {
            changes.Addition($"{name} is deprecated");
        }

        if (oldSchema is not null && newSchema is not null)
        {
            BoundsComparer.Compare(name, oldSchema, newSchema, isSent: true, changes);
        }

        changes.Words(name, older.Node, newer.Node, "description");
    }

    private string Name(OperationParameter parameter) => $"the {parameter.In} parameter {parameter.Name} of {after.Id}";

    private static string Member(ComparedOperation operation, OperationParameter parameter) =>
        parameter.IsRequired ? $"the parameter {parameter.CSharpName} of {operation.Surface.Method}" : $"{operation.Surface.OptionsType}.{parameter.CSharpName}";

    private static Dictionary<(string In, string Name), OperationParameter> ByPlace(ComparedOperation operation)
    {
        var parameters = new Dictionary<(string, string), OperationParameter>();
        foreach (var parameter in operation.Operation.Parameters)
        {
            parameters[(parameter.In, parameter.Name)] = parameter;
        }

        return parameters;
    }
}
