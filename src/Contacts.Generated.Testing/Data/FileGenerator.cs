using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Generates the files exchanged with a contact, newest first.</summary>
internal sealed class FileGenerator(int seed)
{
    private static readonly string[] _extensions = ["png", "pdf", "jpeg", "mp4"];

    public IEnumerable<ContactFile> For(Contact contact, long key)
    {
        var random = new SeededRandom(seed, "files", key);
        var count = ContactGenerator.IsBlank(key) ? 0 : 1 + random.Next(3);
        var begin = contact.CreatedAt ?? SyntheticWorld.Now;
        for (var number = count; number > 0; number--)
        {
            var id = SyntheticId.For(seed, "msg", key, number);
            var extension = random.Pick<string>(_extensions);
            yield return new ContactFile
            {
                Id = id,
                Type = "image",
                From = number % 2 == 0 ? SyntheticWorld.CurrentUser : contact.Id,
                Content = new ContactFileContent
                {
                    Caption = "file" + number.ToString("D2", CultureInfo.InvariantCulture),
                    Url = $"{SyntheticWorld.FilesRoot}{id}.{extension}",
                    Extension = extension,
                },
                CreatedAt = begin.AddHours(number),
            };
        }
    }
}
