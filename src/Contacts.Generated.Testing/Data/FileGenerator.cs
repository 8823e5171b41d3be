using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Makes up the files exchanged with a contact, the newest first.</summary>
internal sealed class FileGenerator(int seed)
{
    private static readonly string[] _extensions = ["png", "pdf", "jpeg", "mp4"];

    public IEnumerable<ContactFile> For(Contact contact, long key)
    {
        var draw = new Draw(seed, "files", key);
        var count = 1 + draw.Next(3);
        var begin = contact.CreatedAt ?? SyntheticWorld.Now;
        for (var number = count; number > 0; number--)
        {
            var id = SyntheticId.For(seed, "msg", key, number);
            var extension = draw.Pick<string>(_extensions);
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
