using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Contacts.Generated;

/// <summary>Runs the client's own checks when the host starts, so that a missing setting is noticed before the first request.</summary>
/// <remarks>It reports all problems at once, by their configuration keys if the options come from configuration.</remarks>
internal sealed class StartupValidation(string name, string servicePath, SecurityPlan security) : IValidateOptions<ContactsClientOptions>
{
    private readonly List<IConfiguration> _sections = [];

    public string Name => name;

    /// <summary>Adds a section that the options are read from.</summary>
    public void Add(IConfiguration section) => _sections.Add(section);

    public ValidateOptionsResult Validate(string? optionsName, ContactsClientOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        var problems = _sections.SelectMany(static section => ConfigurationOptions.Bind(section, new ContactsClientOptions())).ToList();
        var told = new HashSet<string>(problems.Select(static problem => problem.Key), StringComparer.OrdinalIgnoreCase);
        var failures = problems.Select(static problem => problem.Message).ToList();
        foreach (var problem in ClientOptionsValidation.ProblemsOf(options, servicePath, security))
        {
            // An invalid value has been reported already; that its option is therefore not set need not be.
            if (!problem.Options.Any(told.Contains))
            {
                failures.Add(ByKey(problem));
            }
        }

        if (failures.Count > 0
            && _sections.OfType<IConfigurationSection>().FirstOrDefault(static section => !section.Exists()) is { } missing)
        {
            failures.Insert(0, $"The configuration section '{missing.Path}' is missing or empty.");
        }

        return failures.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => name.Length == 0 ? failure : $"ContactsClient \"{name}\": {failure}"));
    }

    private string ByKey(OptionsProblem problem)
    {
        if (_sections.Count == 0)
        {
            return problem.Message;
        }

        var path = _sections[_sections.Count - 1] is IConfigurationSection section ? section.Path + ":" : "";
        return $"{string.Join(", ", problem.Options.Select(option => path + option))}: {problem.Message}";
    }
}
