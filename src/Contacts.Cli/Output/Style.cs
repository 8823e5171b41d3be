namespace Contacts.Cli.Output;

/// <summary>The few styles of a terminal, or none.</summary>
internal sealed class Style(bool isOn)
{
    public string Bold(string text) => Wrap(text, 1);

    public string Dim(string text) => Wrap(text, 2);

    public string Green(string text) => Wrap(text, 32);

    public string Yellow(string text) => Wrap(text, 33);

    public string Red(string text) => Wrap(text, 31);

    private string Wrap(string text, int code) => isOn ? $"\e[{code}m{text}\e[0m" : text;
}
