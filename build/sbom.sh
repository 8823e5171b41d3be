#!/usr/bin/env bash
# Writes a software bill of materials (CycloneDX 1.6, JSON) per package of ours: every package that reaches a user, with version,
# licence and hash, as the restore resolved it. Needs a restore. Usage: build/sbom.sh [folder], by default artifacts/sbom
set -euo pipefail
cd "$(dirname "$0")/.."
python3 - "${1:-artifacts/sbom}" <<'PYTHON'
import base64, json, os, sys, xml.etree.ElementTree as xml

PROJECTS = ['Contacts.Generated', 'Contacts.Generated.Testing', 'Contacts.Cli']

def component(name, version, folders, sha512):
    purl = f'pkg:nuget/{name}@{version}'
    result = {'type': 'library', 'bom-ref': purl, 'name': name, 'version': version, 'purl': purl}
    if sha512:
        result['hashes'] = [{'alg': 'SHA-512', 'content': base64.b64decode(sha512).hex()}]
    for folder in folders:
        nuspec = os.path.join(folder, name.lower(), version.lower(), name.lower() + '.nuspec')
        if os.path.exists(nuspec):
            metadata = {item.tag.split('}')[1]: item for item in xml.parse(nuspec).getroot()[0]}
            licence, url = metadata.get('license'), metadata.get('licenseUrl')
            if licence is not None and licence.get('type') == 'expression':
                result['licenses'] = [{'expression': licence.text}]
            elif licence is not None or url is not None:
                result['licenses'] = [{'license': {'name': licence.text} if licence is not None else {'name': 'see url', 'url': url.text}}]
            break
    return result

def document(project):
    with open(f'src/{project}/obj/project.assets.json', encoding='utf-8') as file:
        assets = json.load(file)
    version = assets['project']['version']
    folders = list(assets['packageFolders'])
    # Package id -> the ids it needs, over all target frameworks. What is only built with (PrivateAssets) reaches nobody.
    private = {name for framework in assets['project']['frameworks'].values()
               for name, used in framework.get('dependencies', {}).items() if used.get('suppressParent') == 'All'}
    found, edges, roots = {}, {}, set()
    for target in assets['targets'].values():
        by_name = {key.split('/')[0]: (key, value) for key, value in target.items()}
        direct = {dependency.split(' ')[0] for dependencies in assets['projectFileDependencyGroups'].values() for dependency in dependencies}
        waiting = [name for name in sorted(direct - private) if name in by_name]
        roots.update(waiting)
        seen = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            key, value = by_name[name]
            found[name] = key.split('/')[1]
            needed = [other for other in value.get('dependencies', {}) if other in by_name]
            edges.setdefault(name, set()).update(needed)
            waiting += needed
    own = f'pkg:nuget/{project}@{version}'
    reference = {name: f'pkg:nuget/{name}@{number}' for name, number in found.items()}
    return {
        'bomFormat': 'CycloneDX', 'specVersion': '1.6', 'version': 1,
        'metadata': {'component': {'type': 'application' if project.endswith('Cli') else 'library', 'bom-ref': own, 'name': project,
                                   'version': version, 'purl': own, 'licenses': [{'expression': 'MIT'}]}},
        'components': [component(name, number, folders, assets['libraries'][f'{name}/{number}'].get('sha512'))
                       for name, number in sorted(found.items())],
        'dependencies': [{'ref': own, 'dependsOn': sorted(reference[name] for name in roots)}]
                        + [{'ref': reference[name], 'dependsOn': sorted(reference[other] for other in edges[name])} for name in sorted(found)],
    }

os.makedirs(sys.argv[1], exist_ok=True)
for project in PROJECTS:
    sbom = document(project)
    path = os.path.join(sys.argv[1], project + '.cdx.json')
    with open(path, 'w', encoding='utf-8', newline='\n') as file:
        json.dump(sbom, file, indent=2)
        file.write('\n')
    print(f'{path}: {len(sbom["components"])} components')
PYTHON
