"""Checks a journal that `desk journal export` wrote, without Desk: python3 verify_journal.py < journal.jsonl

Each line is an entry with its SHA-256 over the hash before it (32 zero bytes at first) and the line without its hash.
Closed pages are signed by the office's Ed25519 key. The code printed at the end is to be held against one on paper.
"""
import hashlib, json, sys
from ed25519 import verify

head, key, count = bytes(32), None, 0


def check(holds, why):
    if not holds:
        sys.exit(f"entry {count}: {why}")


for count, line in enumerate(sys.stdin.buffer, 1):
    try:
        entry = json.loads(line)
        claimed, body = entry.pop("hash"), entry["body"]
        plain = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        check(entry["seq"] == count, "an entry is missing or out of order")
        before, head = head, hashlib.sha256(head + plain.encode()).digest()
        check(head.hex() == claimed, "it, or the entry before it, was changed")
        if entry["type"] == "officeKeyed":
            key = bytes.fromhex(body["publicKey"])
        if entry["type"] == "pageClosed":
            numbers = f"{body['first']}-{body['last']}" if "first" in body else "-"
            text = "desk agenda page 1\nbook {book}\ndate {date}\nletters {count}\n".format(**body)
            text += f"numbers {numbers}\n" + "closed {at} {person} {role} {standing}\n".format(**entry)
            text += f"journal {count - 1} {before.hex()}"
            check(verify(key, text.encode(), bytes.fromhex(body["signature"])), "its signature is wrong")
    except Exception as fault:
        check(False, repr(fault))
if not count:
    sys.exit("no entries")
print(count, "-".join(head.hex()[i : i + 4] for i in range(0, 16, 4)))
