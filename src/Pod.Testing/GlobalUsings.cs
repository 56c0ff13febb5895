global using Endpoint = Pod.Runtime.Endpoint;
