namespace Contacts.Generated;

/// <summary>A document could not be read. The inner exception belongs to a JSON library and may quote the document.</summary>
internal sealed class JsonReadException(Exception innerException) : Exception("The document could not be read.", innerException);
