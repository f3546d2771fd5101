// Stacks as scripts and execution logs show them: the script's own lines, none of the simulator's.

const SIMULATOR_FRAME = /\.ts:\d|\bnode:|netsuite:|node_modules|<anonymous>\)?$/;

/** The frames of a stack that lie in File Cabinet files, without indentation. */
export function scriptFrames(stack: string): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at ') && !SIMULATOR_FRAME.test(line));
}
