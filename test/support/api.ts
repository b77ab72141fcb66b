/** What of the public API takes options, as the compiler sees it. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export interface Entry {
  /** Its name from the root: `nn.Linear`, `nn.Module#loadStateDict`. */
  path: string;
  kind: 'function' | 'class' | 'method';
  /** The types of the parameters before the options. */
  before: string[];
  /** The names of the options. */
  names: string[];
}

/** Every exported function, constructor and public method whose last parameter is an object of options, once. */
export function entriesWithOptions(file: string): Entry[] {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  )!;
  const program = ts.createProgram([root + file], config.options);
  const checker = program.getTypeChecker();
  const entries: Entry[] = [];
  const seen = new Set<ts.Symbol>();

  const add = (path: string, kind: Entry['kind'], signatures: readonly ts.Signature[]): void => {
    for (const signature of signatures) {
      const parameters = signature.getParameters();
      const last = parameters[parameters.length - 1];
      const declaration = last?.valueDeclaration;
      if (!declaration || !ts.isParameter(declaration) || declaration.dotDotDotToken) continue;
      const type = checker.getNonNullableType(checker.getTypeOfSymbol(last));
      const text = checker.typeToString(type);
      const constraint = checker.getBaseConstraintOfType(type) ?? type;
      const isObject =
        !/^(Tensor|Generator|Tensors)\b|\[\]|=>/.test(text) &&
        (/^options$|^given$/.test(declaration.name.getText()) ||
          ts.isObjectBindingPattern(declaration.name) ||
          /Options|^Bags$|^\{ /.test(text)) &&
        constraint.getCallSignatures().length === 0;
      if (!isObject) continue;
      const before = parameters
        .slice(0, -1)
        .map((p) => checker.typeToString(checker.getNonNullableType(checker.getTypeOfSymbol(p))));
      entries.push({ path, kind, before, names: constraint.getProperties().map((p) => p.name) });
      return;
    }
  };
  const walk = (given: ts.Symbol, path: string): void => {
    const symbol = given.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(given) : given;
    if (seen.has(symbol)) return;
    seen.add(symbol);
    if (symbol.flags & ts.SymbolFlags.ValueModule) {
      for (const each of checker.getExportsOfModule(symbol))
        walk(each, path === '' ? each.name : `${path}.${each.name}`);
      return;
    }
    if (!(symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class | ts.SymbolFlags.Variable))) return;
    const type = checker.getTypeOfSymbol(symbol);
    if (!(symbol.flags & ts.SymbolFlags.Class)) return add(path, 'function', type.getCallSignatures());
    add(path, 'class', type.getConstructSignatures());
    for (const property of checker.getDeclaredTypeOfSymbol(symbol).getProperties()) {
      const declaration = property.valueDeclaration;
      if (!declaration || !ts.isMethodDeclaration(declaration) || declaration.parent !== symbol.valueDeclaration)
        continue;
      if (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Protected | ts.ModifierFlags.Private)) continue;
      add(`${path}#${property.name}`, 'method', checker.getTypeOfSymbol(property).getCallSignatures());
    }
  };
  walk(checker.getSymbolAtLocation(program.getSourceFile(root + file)!)!, '');
  return entries;
}
