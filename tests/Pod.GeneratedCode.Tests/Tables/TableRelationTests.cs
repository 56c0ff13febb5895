using Pod.Database;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Tables;

/// <summary>Table descriptions reach every relation, by keys that the model shows and by hidden ones.</summary>
public sealed class TableRelationTests
{
    [Fact]
    public void Relations_lead_on_from_each_other()
    {
        Func<CompanyTable, Filter> where = t => t.Employees.Any(e => e.Employer.Offices.Count(o => o.Name == t.Town.Name) > e.Mentor.Id)
            && t.Offices.All(o => o.Id > 2);
        Assert.NotNull(where(Company.Table));
        Assert.Same(Company.Table.Employees, Company.Table.Employees);
        Assert.NotNull(Address.Table.Resident.Name.Lower() == "x");
    }
}
