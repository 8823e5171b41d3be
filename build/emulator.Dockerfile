# The emulator of the service in a container. From the root of the repository:
#   docker build --file build/emulator.Dockerfile --tag contacts-emulator .
#   docker run --publish 8080:8080 contacts-emulator
# What follows the image's name is added to the command, such as --contacts 500 --log.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Contacts.Cli --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "/app/contacts.dll", "emulator", "--host", "0.0.0.0", "--port", "8080"]
