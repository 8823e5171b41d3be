using System.Text.Json;
using Contacts.Generated.Sync;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds the tables of a mirror of contacts to a model.</summary>
public static class ContactsMirrorModelBuilderExtensions
{
    private const int KeyLength = ContactsMirrorOptions.MaxNameLength;

    // Stored as times in UTC without an offset: SQLite's provider neither compares nor orders those that have one.
    private static readonly ValueConverter<DateTimeOffset, DateTime> _utc =
        new(time => time.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private static readonly ValueConverter<IReadOnlyList<string>, string> _names =
        new(names => JsonSerializer.Serialize(names, JsonSerializerOptions.Default), text => Parse(text));

    private static readonly ValueComparer<IReadOnlyList<string>> _sameNames =
        new((left, right) => left!.SequenceEqual(right!), names => names.Count, names => names);

    /// <summary>
    /// Adds the mirror's three tables: contacts, changes and organizations. Call it in <c>OnModelCreating</c>; what you configure
    /// afterwards, such as a column's type or another index, wins.
    /// </summary>
    /// <param name="modelBuilder">The model builder.</param>
    /// <param name="prefix">What the tables' names begin with, so that they stand apart from yours. Default <c>mirror_</c>.</param>
    /// <param name="schema">The schema of the tables; null for the model's default.</param>
    /// <returns>The model builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="modelBuilder"/> or <paramref name="prefix"/> is null.</exception>
    /// <example>
    /// <code>
    /// protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddContactsMirror();
    /// </code>
    /// </example>
    public static ModelBuilder AddContactsMirror(this ModelBuilder modelBuilder, string prefix = "mirror_", string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(prefix);
        return modelBuilder
            .Entity<MirroredContact>(contact => Contacts(contact.ToTable(prefix + "contacts", schema)))
            .Entity<ContactsMirrorChange>(change => Changes(change.ToTable(prefix + "changes", schema)))
            .Entity<ContactsMirrorState>(state => Organizations(state.ToTable(prefix + "organizations", schema)));
    }

    private static void Contacts(EntityTypeBuilder<MirroredContact> contact)
    {
        contact.HasKey(row => new { row.Organization, row.Id });
        contact.Property(row => row.Organization).HasColumnName("organization").HasMaxLength(KeyLength);
        contact.Property(row => row.Id).HasColumnName("id").HasMaxLength(KeyLength);
        contact.Property(row => row.DisplayName).HasColumnName("display_name");
        contact.Property(row => row.FirstName).HasColumnName("first_name");
        contact.Property(row => row.LastName).HasColumnName("last_name");
        contact.Property(row => row.Email).HasColumnName("email");
        contact.Property(row => row.AreaCode).HasColumnName("area_code");
        contact.Property(row => row.PhoneNumber).HasColumnName("phone_number");
        contact.Property(row => row.ChannelType).HasColumnName("channel_type");
        contact.Property(row => row.ChannelId).HasColumnName("channel_id");
        contact.Property(row => row.BusinessUnitId).HasColumnName("business_unit_id");
        contact.Property(row => row.CompanyName).HasColumnName("company_name");
        contact.Property(row => row.Language).HasColumnName("language");
        contact.Property(row => row.CreatedAt).HasColumnName("created_at").HasConversion(_utc);
        contact.Property(row => row.UpdatedAt).HasColumnName("updated_at").HasConversion(_utc);
        contact.Property(row => row.LastSeen).HasColumnName("last_seen").HasConversion(_utc);
        contact.Property(row => row.Json).HasColumnName("json");
        contact.Property(row => row.ChangedAt).HasColumnName("changed_at").HasConversion(_utc);

        // No index: a pass writes it for every row, and what a pass missed is found along the key.
        contact.Property(row => row.Pass).HasColumnName("pass");
    }

    private static void Changes(EntityTypeBuilder<ContactsMirrorChange> change)
    {
        change.HasKey(row => new { row.Organization, row.Number });
        change.Property(row => row.Organization).HasColumnName("organization").HasMaxLength(KeyLength);
        change.Property(row => row.Number).HasColumnName("number").ValueGeneratedNever();
        change.Property(row => row.Kind).HasColumnName("kind").HasConversion<string>().HasMaxLength(10);
        change.Property(row => row.ContactId).HasColumnName("contact_id").HasMaxLength(KeyLength);
        change.Property(row => row.Fields).HasColumnName("fields").HasConversion(_names, _sameNames);
        change.Property(row => row.At).HasColumnName("at").HasConversion(_utc);
    }

    private static void Organizations(EntityTypeBuilder<ContactsMirrorState> state)
    {
        state.HasKey(row => row.Organization);
        state.Property(row => row.Organization).HasColumnName("organization").HasMaxLength(KeyLength);
        state.Property(row => row.Version).HasColumnName("version");
        state.Property(row => row.Pass).HasColumnName("pass");
        state.Property(row => row.Stage).HasColumnName("stage").HasConversion<string>().HasMaxLength(10);
        state.Property(row => row.Position).HasColumnName("position");
        state.Property(row => row.NewestPosition).HasColumnName("newest_position");
        state.Property(row => row.Contacts).HasColumnName("contacts");
        state.Property(row => row.ContactsAtStart).HasColumnName("contacts_at_start");
        state.Property(row => row.Seen).HasColumnName("seen");
        state.Property(row => row.LastChange).HasColumnName("last_change");
        state.Property(row => row.TrimmedThrough).HasColumnName("trimmed_through");
        state.Property(row => row.PassStartedAt).HasColumnName("pass_started_at").HasConversion(_utc);
        state.Property(row => row.UpToDateAt).HasColumnName("up_to_date_at").HasConversion(_utc);
        state.Property(row => row.CommittedAt).HasColumnName("committed_at").HasConversion(_utc);
        state.Property(row => row.Blocked).HasColumnName("blocked").HasConversion<string>().HasMaxLength(10);
    }

    private static string[] Parse(string text) => JsonSerializer.Deserialize<string[]>(text, JsonSerializerOptions.Default) ?? [];
}
