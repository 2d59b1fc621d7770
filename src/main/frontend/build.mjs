// Builds what the browser needs beyond our own plain files, into the folder named. Called by Maven with every build; does
// nothing when neither the sources nor the lock file nor this file have changed since.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = dirname(fileURLToPath(import.meta.url));
const [work, out] = process.argv.slice(2).map((path) => resolve(path));
const inputs = readdirSync(sources, { withFileTypes: true }).filter((file) => file.isFile()).map((file) => file.name).sort();
const hash = createHash('sha256');
inputs.forEach((name) => hash.update(name).update('\0').update(readFileSync(join(sources, name))));
const stamp = hash.digest('hex');
const stampFile = join(work, 'stamp');
const made = ['js/diagram.js', 'js/diagram.css', 'js/THIRD-PARTY.txt'].map((name) => join(out, name));

if (made.every(existsSync) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0);

mkdirSync(work, { recursive: true });
rmSync(stampFile, { force: true });
inputs.forEach((name) => cpSync(join(sources, name), join(work, name)));
const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  { cwd: work, stdio: 'inherit', shell: process.platform === 'win32' });
if (installed.status !== 0) throw new Error('npm ci failed. The build needs Node.js 20 or later with npm, and a way to the npm registry.');

const { build } = createRequire(join(work, 'package.json'))('esbuild');
const result = await build({
  entryPoints: [join(work, 'diagram.js')],
  outdir: join(out, 'js'),
  bundle: true, minify: true, format: 'iife', target: 'es2022', legalComments: 'none', metafile: true, logLevel: 'warning',
});

// the licences of all that went into the bundle go into the jar with it
const packages = new Set();
for (const path of Object.keys(result.metafile.inputs)) {
  const parts = path.replaceAll('\\', '/').split('node_modules/').at(-1).split('/');
  if (path.includes('node_modules/')) packages.add(parts[0].startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0]);
}
const licences = [...packages].sort().map((name) => {
  const folder = join(work, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
});
writeFileSync(join(out, 'js/THIRD-PARTY.txt'), licences.join('\n' + '-'.repeat(80) + '\n\n'));
writeFileSync(stampFile, stamp);
