namespace Aspire.Hosting.ApplicationModel;

/// <summary>The database that servers use in a private PostgreSQL.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="parent">The PostgreSQL that has it.</param>
public sealed class EmbeddedPostgresDatabaseResource(string name, EmbeddedPostgresResource parent)
    : Resource(name), IResourceWithConnectionString, IResourceWithParent<EmbeddedPostgresResource>
{
    /// <summary>The PostgreSQL that has it.</summary>
    public EmbeddedPostgresResource Parent { get; } = parent;

    /// <summary>The connection string, in Npgsql's form.</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host=127.0.0.1;Port={Parent.PrimaryEndpoint.Property(EndpointProperty.Port)};Username=postgres;Password={Parent.PasswordParameter};Database=pod");
}
