using Microsoft.Extensions.Options;

namespace Contacts.Generated;

/// <summary>Runs the client's own checks when the host starts, so that a missing setting is not first noticed by a user's request.</summary>
internal sealed class OptionsValidator(string name) : IValidateOptions<ContactsClientOptions>
{
    public string Name => name;

    public ValidateOptionsResult Validate(string? optionsName, ContactsClientOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            _ = OptionsValidation.ToSettings(options);
            _ = OptionsValidation.ToPipeline(options);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException exception)
        {
            return ValidateOptionsResult.Fail(name.Length == 0 ? exception.Message : $"ContactsClient \"{name}\": {exception.Message}");
        }
    }
}
