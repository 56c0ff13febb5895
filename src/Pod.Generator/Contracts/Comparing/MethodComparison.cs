using Pod.Generator.Contracts.Reading;
using Pod.Generator.Diagnostics.Descriptors;

namespace Pod.Generator.Contracts.Comparing;

/// <summary>Compares what can be called: methods, their parameters, results and access.</summary>
internal sealed class MethodComparison(WireContract before, WireContract after, List<ContractDifference> differences)
{
    public void Compare()
    {
        foreach (var (name, method) in before.Methods)
        {
            if (!after.Methods.TryGetValue(name, out var now))
            {
                differences.Add(ContractDiagnostics.MethodRemoved(name));
            }
            else if (method.Kind != now.Kind)
            {
                differences.Add(ContractDiagnostics.MethodKind(name, method.Kind, now.Kind));
            }
            else
            {
                CompareParameters(name, method, now);
                CompareResults(name, method.Returns, now.Returns);
                CompareAccess(name, method.Access, now.Access);
            }
        }
    }

    private void CompareParameters(string method, ContractMethod was, ContractMethod now)
    {
        var removed = was.Parameters.Where(parameter => now.Parameters.All(other => other.Name != parameter.Name)).ToList();
        foreach (var added in now.Parameters.Where(parameter => was.Parameters.All(other => other.Name != parameter.Name)))
        {
            // An argument under its old name would be ignored without a word.
            if (removed.Find(parameter => parameter.Type == added.Type && parameter.IsStream == added.IsStream) is { } renamed)
            {
                removed.Remove(renamed);
                differences.Add(ContractDiagnostics.ParameterRenamed($"{method}({renamed.Name})", added.Name));
            }
            else
            {
                differences.Add(ContractDiagnostics.ParameterAdded($"{method}({added.Name})", added.IsOptional));
            }
        }

        foreach (var parameter in removed)
        {
            differences.Add(ContractDiagnostics.ParameterRemoved($"{method}({parameter.Name})"));
        }

        foreach (var parameter in was.Parameters)
        {
            if (now.Parameters.FirstOrDefault(other => other.Name == parameter.Name) is not { } other)
            {
                continue;
            }

            var subject = $"{method}({parameter.Name})";
            if (parameter.IsStream != other.IsStream)
            {
                differences.Add(ContractDiagnostics.ParameterType(subject, parameter.Type, other.Type));
                continue;
            }

            if (parameter.Default is not null && !other.IsOptional)
            {
                differences.Add(ContractDiagnostics.ParameterDemanded(subject));
            }

            differences.AddRange(TypeComparison.Compare(parameter.Type, other.Type)
                .Select(change => change == TypeChange.Other
                    ? ContractDiagnostics.ParameterType(subject, parameter.Type, other.Type)
                    : ContractDiagnostics.TypeOf(subject, parameter.Type, other.Type, change, Direction.Sent)));
        }
    }

    private void CompareResults(string method, string? was, string? now)
    {
        if (was is null || now is null)
        {
            if (was != now)
            {
                differences.Add(was is null ? ContractDiagnostics.ResultAdded(method, now!) : ContractDiagnostics.ResultType(method, was, now));
            }

            return;
        }

        differences.AddRange(TypeComparison.Compare(was, now)
            .Select(change => change == TypeChange.Other
                ? ContractDiagnostics.ResultType(method, was, now)
                : ContractDiagnostics.TypeOf(method, was, now, change, Direction.Received)));
    }

    private void CompareAccess(string method, ContractAccess was, ContractAccess now)
    {
        var (before, after) = (Demands(was), Demands(now));
        if (after.Except(before).ToList() is { Count: > 0 } added)
        {
            differences.Add(ContractDiagnostics.AccessDemanded(method, added));
        }

        if (before.Except(after).ToList() is { Count: > 0 } dropped)
        {
            differences.Add(ContractDiagnostics.AccessDropped(method, dropped));
        }
    }

    private static List<string> Demands(ContractAccess access)
    {
        const string Login = "a login";
        var scopes = access.Scopes?.Select(static scope => $"the scope '{scope}'") ?? ["scopes that only the server knows"];
        return access.AllowsAnonymous ? []
            : access.Scopes is { Count: > 0 } || access.RequiresLogin == true ? [Login, .. scopes]
            : access.RequiresLogin is null ? ["a login, perhaps", .. scopes]
            : [.. scopes];
    }
}
