"""Opens BPMN files in another program's engine (SpiffWorkflow) and runs them as a plan says.

Reads the plan from stdin, JSON: a list of {"file": path, "process": id, "variables": [name],
"runs": [[[step, variable or null]]]}. A run is the sequence of steps that must come up one after the other; the
variable opens the way that is taken out of the step. Files are held against the schema of BPMN 2.0 first.
Prints one line for each fault; exits with 1 if there was one.
"""

import json
import re
import sys

from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser, BpmnValidator
from SpiffWorkflow.util.task import TaskState


def run(spec, subprocesses, variables, steps):
    workflow = BpmnWorkflow(spec, subprocesses)
    workflow.do_engine_steps()
    for number, variable in steps:
        ready = workflow.get_tasks(state=TaskState.READY, manual=True)
        found = sorted({int(re.match(r"langkah-(\d+)", t.task_spec.bpmn_id)[1]) for t in ready})
        if found != [number]:
            return f"step {number} should be ready, but is {found}"
        for task in ready:
            task.data.update({name: name == variable for name in variables})
            task.run()
        workflow.do_engine_steps()
    if not workflow.completed:
        ready = [t.task_spec.bpmn_id for t in workflow.get_tasks(state=TaskState.READY)]
        return f"it should be finished, but {ready} wait"
    return None


def faults(entry):
    parser = BpmnParser(validator=BpmnValidator())
    try:
        parser.add_bpmn_file(entry["file"])
        spec = parser.get_spec(entry["process"])
        subprocesses = parser.get_subprocess_specs(entry["process"])
    except Exception as error:  # whatever the parser dislikes is a fault of the file
        yield f"not read: {error}"
        return
    for steps in entry["runs"]:
        fault = run(spec, subprocesses, entry["variables"], steps)
        if fault:
            yield f"run {steps}: {fault}"


def main():
    bad = 0
    for entry in json.load(sys.stdin):
        for fault in faults(entry):
            bad += 1
            print(f"{entry['file']}: {fault}")
    sys.exit(1 if bad else 0)


main()
