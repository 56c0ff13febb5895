using Microsoft.EntityFrameworkCore;

namespace Pod.Benchmarks.Orm.Contenders;

/// <summary>EF Core's view of the tables.</summary>
internal sealed class OrmContext(DbContextOptions<OrmContext> options) : DbContext(options)
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Reading> Readings => Set<Reading>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Author>().HasMany(static author => author.Posts).WithOne(static post => post.Author).HasForeignKey(static post => post.AuthorId);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(entity.ClrType.Name.ToLowerInvariant());
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
            }
        }
    }
}
