namespace Contacts.Generated.Tests;

/// <summary>A small contract without a fault; each test breaks one thing in it.</summary>
internal static class GoodContract
{
    public const string Path = "openapi/things.yaml";

    public const string Text = """
        openapi: 3.0.3
        info:
          title: Things
          version: 1.0.0
          x-base-path: v1
        servers:
          - url: https://things.example
        paths:
          /things/{thingId}:
            get:
              operationId: getThing
              summary: Gets a thing.
              parameters:
                - name: thingId
                  in: path
                  required: true
                  description: The thing's id.
                  schema: { type: string }
                - name: page_size
                  in: query
                  description: How many parts to return.
                  style: form
                  schema: { type: integer, format: int32 }
                - $ref: '#/components/parameters/Verbose'
              responses:
                '200':
                  description: The thing.
                  headers:
                    x-request-id:
                      description: The id of the call.
                      schema: { type: string }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Thing' }
                      examples:
                        small: { $ref: '#/components/examples/Small' }
                4XX:
                  $ref: '#/components/responses/Refused'
          /things:
            post:
              operationId: addThing
              x-csharp-type: Thing
              summary: Adds a thing.
              requestBody:
                required: true
                x-name: input
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Thing' }
                    example: { id: t-1 }
              responses:
                '204':
                  description: Added.
                default:
                  description: Refused.
        components:
          parameters:
            Verbose:
              name: verbose
              in: query
              description: Whether to say more.
              schema: { type: boolean }
          responses:
            Refused:
              description: Refused.
              content:
                text/plain:
                  schema: { type: string }
                  example: no
          examples:
            Small:
              value: { id: t-1, kind: big }
          schemas:
            Thing:
              type: object
              description: A thing.
              required: [id]
              properties:
                id:
                  type: string
                  description: The id.
                  x-aliases: [_id]
                x-weight:
                  type: number
                  format: double
                  description: The weight in grams; its name is no extension.
                kind: { $ref: '#/components/schemas/Kind' }
                parts:
                  type: array
                  description: What it is made of.
                  items: { $ref: '#/components/schemas/Thing' }
            Kind:
              type: string
              description: The kind of a thing.
              enum: [big, small]
              x-open-enum: true
              x-enumNames: [Big, Small]
              x-enum-descriptions: [Hardly to be lifted., Fits a pocket.]
        """;
}
