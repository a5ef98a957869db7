/* The least a full-screen program over SQLite does: open, ask for fifty rows, draw them, wait for a key. */
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <locale.h>
#include <sqlite3.h>

int main(int argc, char **argv) {
  sqlite3 *db = 0;
  sqlite3_stmt *st = 0;
  if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK) return 2;
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  start_color();
  use_default_colors();
  sqlite3_prepare_v2(db,
    "SELECT t.id, l.subject, l.sender FROM task t JOIN letter l ON l.id = t.letter"
    " WHERE t.state = 'open' AND t.role = (SELECT role FROM task WHERE state = 'open' LIMIT 1)"
    " ORDER BY t.due_at, t.id LIMIT 50", -1, &st, 0);
  for (int row = 0; sqlite3_step(st) == SQLITE_ROW && row < LINES; row++)
    mvprintw(row, 0, "%lld %.30s %.30s", (long long)sqlite3_column_int64(st, 0),
      sqlite3_column_text(st, 1), sqlite3_column_text(st, 2));
  refresh();
  while (getch() != 'q') {}
  sqlite3_finalize(st);
  sqlite3_close(db);
  endwin();
  return 0;
}
