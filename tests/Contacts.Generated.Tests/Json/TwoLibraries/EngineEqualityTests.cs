using System.Text;
using CsCheck;

namespace Contacts.Generated.Tests;

/// <summary>Whatever comes, both engines read the same from it, or both refuse it.</summary>
public sealed class EngineEqualityTests
{
    private static readonly byte[][] _seeds =
    [
        .. Contract.Examples.Where(example => example.Schema is not null).Select(example => Encoding.UTF8.GetBytes(example.Json)),
    ];

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void Both_engines_read_the_same_or_refuse_the_same(string culture) => Cultures.Run(culture, () =>
        Damage.Of(_seeds).Sample(
            document =>
            {
                Compare<Contact>(document);
                Compare<ContactPage>(document);
                Compare<NotificationPage>(document);
                Compare<NotificationActionResult>(document);
                Compare<UploadResult>(document);
                Compare<UpdateContactInput>(document);
                Compare<IReadOnlyList<Conversation>>(document);
                Compare<IReadOnlyList<ContactComment>>(document);
                Compare<IReadOnlyList<ContactFile>>(document);
                Compare<IReadOnlyList<ConversationActivity>>(document);
            },
            iter: 1000,
            threads: 1,
            print: Encoding.UTF8.GetString));

    private static void Compare<T>(byte[] document)
    {
        var systemTextJson = Outcome<T>(Engine.SystemTextJson, document);
        var newtonsoft = Outcome<T>(Engine.Newtonsoft, document);
        if (systemTextJson is null || newtonsoft is null)
        {
            newtonsoft.Should().Be(systemTextJson, "both read {0} or neither does", typeof(T).Name);
            return;
        }

        newtonsoft.ShouldBeJson(systemTextJson, typeof(T).Name);
    }

    /// <summary>What was read, as both engines write it; null if it was refused.</summary>
    private static string? Outcome<T>(Engine engine, byte[] document)
    {
        T? value;
        try
        {
            value = engine.ReadBytes<T>(document);
        }
        catch (JsonReadException)
        {
            return null;
        }

        var written = Engine.SystemTextJson.Write(value);
        Engine.Newtonsoft.Write(value).ShouldBeJson(written, typeof(T).Name);
        return written;
    }
}
