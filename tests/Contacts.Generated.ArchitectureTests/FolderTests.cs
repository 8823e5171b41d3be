namespace Contacts.Generated.ArchitectureTests;

/// <summary>Which folder of a project names which, for every project that is shipped or checks what is shipped.</summary>
public class FolderTests
{
    /// <summary>The table: a folder may name those on the lines below its own.</summary>
    private static readonly Dictionary<string, Layout> _layouts = new()
    {
        // The root has what a caller names first, and every folder may name it. The client itself is put together in Contacts/, from
        // the generated code and one file for each capability, so its own files count as part of that.
        ["src/Contacts.Generated"] = new("""
            DependencyInjection
            Contacts
            Paging, Transfers, Options
            Pipeline
            Credentials, Telemetry
            Requests
            Responses
            Errors, Json
            Redaction
            Platform
            """)
        {
            RootIsPublic = true,
            CountAs = new Dictionary<string, string>
            {
                ["obj/Generated/*"] = "Contacts",
                ["ContactsClient.cs"] = "Contacts",
                ["ContactsClientWithResponse.cs"] = "Contacts",
            },
        },

        // As in the SDK. The emulator itself is the way into Hosting/.
        ["src/Contacts.Generated.Testing"] = new("""
            Hosting
            Operations
            Contract, Dialects, Faults, State
            Loading
            Data, Messages
            """)
        {
            RootIsPublic = true,
            CountAs = new Dictionary<string, string>
            {
                ["ContactsEmulator.cs"] = "Hosting",
                ["ContactsEmulator.Arranging.cs"] = "Hosting",
            },
        },

        // As in the SDK. The mirror itself is the way into all below it.
        ["src/Contacts.Generated.Sync"] = new("""
            DependencyInjection
            Mirror
            Slices, Scheduling
            Storage, Telemetry
            """)
        {
            RootIsPublic = true,
            CountAs = new Dictionary<string, string> { ["ContactsMirror.cs"] = "Mirror" },
        },

        // The root begins the program; nothing else names it.
        ["src/Contacts.Cli"] = new("""
            (root)
            Help
            Commands
            Paging, Doctor, Demo, Web, Recording, Calling
            Progress, Explorer, Samples, Mappings, Emulator
            Connection
            Input, Profiles
            Output
            Failures
            Options, Hosting
            """),
        ["build/Contacts.ContractTool"] = new("""
            (root)
            Diff, Rules
            Compiling, Normalizing
            Naming
            Reading
            """),
        ["tests/Contacts.Generated.ContractTests"] = new("""
            Coverage
            Operations, Emulator, Validation, Readme
            Contract
            """)
        {
            LeftOut = ["npm", "NetStandard"],
        },
    };

    public static TheoryData<string> Projects =>
    [
        .. new[] { "src", "build" }
            .Select(folder => Path.Combine(SourceProject.Repository, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(SourceProject.Repository, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Append("tests/Contacts.Generated.ContractTests"),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_names_only_those_below_it(string project)
    {
        var layout = _layouts.GetValueOrDefault(project);
        Assert.True(layout is not null, $"{project} has no layout in the table of {nameof(FolderTests)}.");

        var report = ArrowReport.Of(SourceProject.Read(project, layout), layout);

        Assert.True(report.Length == 0, report);
    }
}
