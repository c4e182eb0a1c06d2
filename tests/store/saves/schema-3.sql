-- first.lua, five choices, kept by a program that wrote schema 3: no words, and only the last place.
CREATE TABLE playthrough( id INTEGER PRIMARY KEY AUTOINCREMENT, scenario TEXT NOT NULL, scenario_hash INTEGER NOT NULL, version INTEGER NOT NULL, preset TEXT NOT NULL, preset_version INTEGER NOT NULL, seed INTEGER NOT NULL, started INTEGER NOT NULL, changed INTEGER NOT NULL, ended INTEGER NOT NULL, ending TEXT NOT NULL, standing TEXT NOT NULL, checkpoint TEXT NOT NULL);
CREATE INDEX playthrough_scenario ON playthrough(scenario, ended, id);
CREATE TABLE journal( playthrough INTEGER NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, id TEXT NOT NULL, minute INTEGER NOT NULL, PRIMARY KEY(playthrough, seq)) WITHOUT ROWID;
CREATE TABLE plan( id INTEGER PRIMARY KEY AUTOINCREMENT, playthrough INTEGER NOT NULL, made INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE setting( name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO playthrough VALUES(1,'kept',-2178042748926041860,1,'work',2,5,1795000000,1795000300,0,'','Tuesday, 16:00','plankwright-save 1
scenario kept e1c609a8dca5e0fc work 2
seed 0000000000000005
at last last+2
head clock=2400 energy=10000 day=1 who=255 settled=1 talk_with=255
commitment brief 3 due=2160 done=120 settled=1 at=2100 made=1
commitment call 1 due=3480 made=2
person maya kept=840000 broken=340000 rapport=500000 streak=1 today=1 flags=4 run=1
fact maya.board
flag asked
number turns 1
end
');
INSERT INTO journal VALUES(1,0,0,'monday.noon',960);
INSERT INTO journal VALUES(1,1,0,'evening.ask',1980);
INSERT INTO journal VALUES(1,2,0,'tuesday/desk.work_brief',2100);
INSERT INTO journal VALUES(1,3,0,'tuesday/desk.rest',2280);
INSERT INTO journal VALUES(1,4,0,'handover.yes',2400);
PRAGMA user_version=3;
