using Microsoft.Extensions.Logging;

namespace Contacts.Generated.Tests;

internal sealed record LogLine(string Category, LogLevel Level, int EventId, string? EventName, string Text, string Values);
