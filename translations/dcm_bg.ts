<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bg_BG" sourcelanguage="en_US">
<context>
    <name>AcceptCard</name>
    <message>
        <source>Choose the request …</source>
        <translation>Избери заявката …</translation>
    </message>
    <message>
        <source>six words</source>
        <translation>шест думи</translation>
    </message>
    <message>
        <source>The six words, as the district reads them</source>
        <translation>Шестте думи, както ги чете областта</translation>
    </message>
    <message>
        <source>Type the six words.</source>
        <translation>Въведете шестте думи.</translation>
    </message>
    <message>
        <source>Accept and write the answer …</source>
        <translation>Приеми и запиши отговора …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Откажи</translation>
    </message>
    <message>
        <source>Introduce a laptop of a district</source>
        <translation>Представяне на лаптоп на област</translation>
    </message>
    <message>
        <source>The request of the laptop</source>
        <translation>Заявката на лаптопа</translation>
    </message>
    <message>
        <source>The file that the coordinator brought or sent.</source>
        <translation>Файлът, който координаторът е донесъл или изпратил.</translation>
    </message>
    <message>
        <source>The words that the coordinator reads aloud</source>
        <translation>Думите, които координаторът чете на глас</translation>
    </message>
    <message>
        <source>When they differ, the file is not the one that left the laptop.</source>
        <translation>Ако се различават, това не е файлът, който е тръгнал от лаптопа.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Отговорът</translation>
    </message>
    <message>
        <source>Give it back to the coordinator; only that laptop can open it.</source>
        <translation>Върнете го на координатора; само неговият лаптоп може да го отвори.</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>още не е избрана</translation>
    </message>
</context>
<context>
    <name>AgendaCard</name>
    <message>
        <source>Agenda</source>
        <translation>Дневен ред</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Добави точка</translation>
    </message>
    <message>
        <source>Alt+↑↓ or drag: move</source>
        <translation>Alt+↑↓ или влачене: мести</translation>
    </message>
    <message>
        <source>ends {time}</source>
        <translation>край {time}</translation>
    </message>
    <message>
        <source>Inbox: {n}</source>
        <translation>Входящи: {n}</translation>
    </message>
    <message>
        <source>Item {n} no longer fits: {minutes} over the planned end</source>
        <translation>Точка {n} не се побира: {minutes} над предвидения край</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
    <message>
        <source>carried from № {n}, {date}</source>
        <translation>пренесена от № {n}, {date}</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} пъти</translation>
    </message>
</context>
<context>
    <name>AgendaPanel</name>
    <message>
        <source>Agenda</source>
        <translation>Дневен ред</translation>
    </message>
    <message>
        <source>Add an item (Insert)</source>
        <translation>Добави точка (Insert)</translation>
    </message>
    <message>
        <source>Adopt the agenda</source>
        <translation>Приеми</translation>
    </message>
</context>
<context>
    <name>Ages</name>
    <message>
        <source>not born yet</source>
        <translation>още неродено</translation>
    </message>
    <message>
        <source>{years} y.</source>
        <translation>{years} г.</translation>
    </message>
    <message>
        <source>{months} mo.</source>
        <translation>{months} мес.</translation>
    </message>
    <message>
        <source>about {months} mo.</source>
        <translation>около {months} мес.</translation>
    </message>
    <message>
        <source>about {years} y.</source>
        <translation>около {years} г.</translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message>
        <source>A promise, not a presence: the roll call counts.</source>
        <translation>Обещание, не присъствие: важи поименното.</translation>
    </message>
    <message>
        <source>Into the roll</source>
        <translation>В поименното</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>По телефона</translation>
    </message>
    <message>
        <source>Will come or be represented: {n} of {of} with a vote</source>
        <translation>Ще дойдат или ще бъдат представени: {n} от {of} с право на глас</translation>
    </message>
    <message>
        <source>Will not come: {n}</source>
        <translation>Няма да дойдат: {n}</translation>
    </message>
    <message>
        <source>Not asked yet: {n}</source>
        <translation>Още не са питани: {n}</translation>
    </message>
    <message>
        <source>no quorum is needed</source>
        <translation>не се изисква кворум</translation>
    </message>
    <message>
        <source>enough for the quorum of {n}</source>
        <translation>стигат за кворум {n}</translation>
    </message>
    <message>
        <source>no quorum of {n} is to be expected</source>
        <translation>не се очаква кворум {n}</translation>
    </message>
    <message>
        <source>not yet enough for {n}</source>
        <translation>още не стигат за {n}</translation>
    </message>
</context>
<context>
    <name>AreasScreen</name>
    <message>
        <source>National picture</source>
        <translation>Национална картина</translation>
    </message>
    <message>
        <source>Take a file …</source>
        <translation>Приеми файл …</translation>
    </message>
    <message>
        <source>take a file</source>
        <translation>приемане на файл</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Заседания</translation>
    </message>
    <message>
        <source>I02: held; working meetings and written procedures are left out.</source>
        <translation>I02: проведени; без работните срещи и неприсъствените.</translation>
    </message>
    <message>
        <source>Attendances</source>
        <translation>Присъствия</translation>
    </message>
    <message>
        <source>I03a: people present, once per session.</source>
        <translation>I03a: присъствали хора, по веднъж на заседание.</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Лица</translation>
    </message>
    <message>
        <source>I03: different people, present at least once; rows do not add up.</source>
        <translation>I03: различни хора, присъствали поне веднъж; редовете не се събират.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Случаи</translation>
    </message>
    <message>
        <source>I06: different cases with something done; declined and doubles are left out.</source>
        <translation>I06: различни случаи, по които е работено; без отказаните и двойните.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Области</translation>
    </message>
    <message>
        <source>By district</source>
        <translation>По области</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Област</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Последен файл</translation>
    </message>
    <message>
        <source>Without a file for 30 days</source>
        <translation>Без файл повече от 30 дни</translation>
    </message>
    <message>
        <source>Every district has handed over.</source>
        <translation>Всички области са предали.</translation>
    </message>
    <message>
        <source>No district has handed over yet</source>
        <translation>Още никоя област не е предала</translation>
    </message>
    <message>
        <source>First a laptop of a district is introduced in „Exchange“; then its files come.</source>
        <translation>Първо в „Обмен“ се представя лаптоп на област; след това идват файловете му.</translation>
    </message>
    <message>
        <source>To the exchange</source>
        <translation>Към „Обмен“</translation>
    </message>
    <message>
        <source>National team · {day}</source>
        <translation>Национален екип · {day}</translation>
    </message>
    <message>
        <source>with data: {n} of 28</source>
        <translation>с данни: {n} от 28</translation>
    </message>
    <message>
        <source>none</source>
        <translation>няма</translation>
    </message>
    <message>
        <source>№ {n}, {day}</source>
        <translation>№&#xa0;{n}, {day}</translation>
    </message>
</context>
<context>
    <name>AttendanceCard</name>
    <message>
        <source>Attendance</source>
        <translation>Присъствие</translation>
    </message>
    <message>
        <source>Attendance, {sessions}</source>
        <translation>Присъствие, {sessions}</translation>
    </message>
    <message>
        <source>{average} of {seats} on average</source>
        <translation>средно {average} от {seats}</translation>
    </message>
    <message>
        <source>present</source>
        <translation>присъства</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>заместник</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>уважителни</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>без причина</translation>
    </message>
</context>
<context>
    <name>AttendancePanel</name>
    <message>
        <source>Attendance</source>
        <translation>Присъствие</translation>
    </message>
    <message>
        <source>{n} more below</source>
        <translation>още {n} надолу</translation>
    </message>
</context>
<context>
    <name>BirthdayCard</name>
    <message>
        <source>Come of age by {day}</source>
        <translation>Навършват до {day}</translation>
    </message>
    <message>
        <source>children</source>
        <translation>деца</translation>
    </message>
    <message>
        <source>Nobody turns 3, 7, 14 or 18.</source>
        <translation>Никой не навършва 3, 7, 14 или 18.</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} години</translation>
    </message>
    <message>
        <source>end of nursery age</source>
        <translation>край на яслената възраст</translation>
    </message>
    <message>
        <source>first class</source>
        <translation>първи клас</translation>
    </message>
    <message>
        <source>no longer a minor under 14</source>
        <translation>непълнолетие</translation>
    </message>
    <message>
        <source>leaving care</source>
        <translation>напускане на грижа</translation>
    </message>
</context>
<context>
    <name>BlockForm</name>
    <message>
        <source>One vote for several items</source>
        <translation>Едно гласуване за няколко точки</translation>
    </message>
    <message>
        <source>Put to the vote</source>
        <translation>Подложи на гласуване</translation>
    </message>
    <message>
        <source>Empty: without objections</source>
        <translation>Празно: без възражения</translation>
    </message>
    <message>
        <source>12-0-1, + all for; each decision gets its own number.</source>
        <translation>12-0-1, + всички „за“; всяко решение получава свой номер.</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Гласове</translation>
    </message>
    <message>
        <source>Adopted: {numbers}</source>
        <translation>Приети: {numbers}</translation>
    </message>
    <message>
        <source>Not adopted</source>
        <translation>Неприето</translation>
    </message>
    <message>
        <source>Cannot be entered</source>
        <translation>Не може да се запише</translation>
    </message>
</context>
<context>
    <name>BlockItem</name>
    <message>
        <source>Item {n}</source>
        <translation>Точка {n}</translation>
    </message>
    <message>
        <source>What is decided</source>
        <translation>Какво се решава</translation>
    </message>
    <message>
        <source>Decision of item {n}</source>
        <translation>Решение по точка {n}</translation>
    </message>
    <message>
        <source>somebody stands aside: vote on it apart</source>
        <translation>има отвод: гласувайте я отделно</translation>
    </message>
</context>
<context>
    <name>BreakBar</name>
    <message>
        <source>Goes on at</source>
        <translation>Продължава в</translation>
    </message>
    <message>
        <source>in {n} minutes</source>
        <translation>след {n} минути</translation>
    </message>
    <message>
        <source>Day on which it goes on</source>
        <translation>Ден на продължаване</translation>
    </message>
    <message>
        <source>Time at which it goes on</source>
        <translation>Час на продължаване</translation>
    </message>
    <message>
        <source>Another day …</source>
        <translation>Друг ден …</translation>
    </message>
    <message>
        <source>Break since {time}</source>
        <translation>Почивка от {time}</translation>
    </message>
    <message>
        <source>Put off at {time}, goes on another day</source>
        <translation>Прекъснато в {time}, продължава друг ден</translation>
    </message>
</context>
<context>
    <name>BriefCard</name>
    <message>
        <source>The case</source>
        <translation>Случаят</translation>
    </message>
    <message>
        <source>Brief of the case</source>
        <translation>Накратко за случая</translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation>Още няма решение</translation>
    </message>
    <message>
        <source>brief of the case</source>
        <translation>накратко за случая</translation>
    </message>
    <message>
        <source>This item is not about a case.</source>
        <translation>Тази точка не е за случай.</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>opinion not noted</source>
        <translation>мнението не е отбелязано</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Цялото досие</translation>
    </message>
    <message>
        <source>Last decisions</source>
        <translation>Последни решения</translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation>Още няма решение</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>Отворени задачи</translation>
    </message>
    <message>
        <source>No open tasks</source>
        <translation>Няма отворени задачи</translation>
    </message>
</context>
<context>
    <name>BriefWords</name>
    <message>
        <source>only you see this</source>
        <translation>виждате го само Вие</translation>
    </message>
    <message>
        <source>first discussion</source>
        <translation>обсъжда се за първи път</translation>
    </message>
    <message>
        <source>discussed once before</source>
        <translation>обсъждан веднъж</translation>
    </message>
    <message>
        <source>discussed {n} times before</source>
        <translation>обсъждан преди {n} пъти</translation>
    </message>
    <message>
        <source>led by {who}</source>
        <translation>водеща институция: {who}</translation>
    </message>
    <message>
        <source>Children: {n}; opinion not noted: {left}</source>
        <translation>Деца: {n}; без отбелязано мнение: {left}</translation>
    </message>
    <message>
        <source>Children: {n}; all were heard or the reason is noted</source>
        <translation>Деца: {n}; изслушани или с отбелязана причина</translation>
    </message>
    <message>
        <source>Checklist: complete (Shift+F11)</source>
        <translation>Контролен лист: попълнен (Shift+F11)</translation>
    </message>
    <message>
        <source>Checklist: {n} of {total} answered (Shift+F11)</source>
        <translation>Контролен лист: {n} от {total} (Shift+F11)</translation>
    </message>
    <message>
        <source>overdue {date}</source>
        <translation>просрочена {date}</translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>Stop</source>
        <translation>Спри</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Напредък</translation>
    </message>
</context>
<context>
    <name>CaseChips</name>
    <message>
        <source>Worked on</source>
        <translation>Действащи</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Риск</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Община</translation>
    </message>
    <message>
        <source>Typology</source>
        <translation>Типология</translation>
    </message>
    <message>
        <source>For the next session: {n}</source>
        <translation>За следващото заседание: {n}</translation>
    </message>
    <message>
        <source>No review date: {n}</source>
        <translation>Без дата за преглед: {n}</translation>
    </message>
    <message>
        <source>With missing data: {n}</source>
        <translation>С липсващи данни: {n}</translation>
    </message>
</context>
<context>
    <name>CaseFields</name>
    <message>
        <source>not entered</source>
        <translation>не е въведено</translation>
    </message>
    <message>
        <source>next number</source>
        <translation>следващият номер</translation>
    </message>
    <message>
        <source>Choose the typology</source>
        <translation>Изберете типология</translation>
    </message>
    <message>
        <source>Choose a municipality</source>
        <translation>Изберете община</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>Открит на</translation>
    </message>
    <message>
        <source>Type the day it was opened.</source>
        <translation>Въведете деня, в който е открит.</translation>
    </message>
    <message>
        <source>Which other</source>
        <translation>Коя друга</translation>
    </message>
    <message>
        <source>Say which it is.</source>
        <translation>Посочете коя е.</translation>
    </message>
    <message>
        <source>No names, numbers or addresses: the papers print it. Up to {n} signs.</source>
        <translation>Без имена, номера и адреси: печата се в документите. До {n} знака.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Typology</source>
        <translation>Типология</translation>
    </message>
    <message>
        <source>Choose the typology.</source>
        <translation>Изберете типология.</translation>
    </message>
    <message>
        <source>Summary without personal data</source>
        <translation>Обобщение без лични данни</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Община</translation>
    </message>
    <message>
        <source>Lead institution</source>
        <translation>Водеща институция</translation>
    </message>
    <message>
        <source>Who referred it</source>
        <translation>Кой сезира</translation>
    </message>
    <message>
        <source>Consent of the parents</source>
        <translation>Съгласие на родителите</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Риск</translation>
    </message>
    <message>
        <source>Violence or threat of it</source>
        <translation>Насилие или опасност от него</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>Дата на съгласието</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Social worker</source>
        <translation>Социален работник</translation>
    </message>
    <message>
        <source>Plan of the child protection department</source>
        <translation>План на ОЗД</translation>
    </message>
    <message>
        <source>Solved between sessions</source>
        <translation>Решава се между заседанията</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Risk factors</source>
        <translation>Рискови фактори</translation>
    </message>
    <message>
        <source>Poverty alone is no ground to separate a child from the family.</source>
        <translation>Бедността сама по себе си не е основание детето да бъде отделено от семейството.</translation>
    </message>
    <message>
        <source>Full story and address</source>
        <translation>Пълна история и адрес</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Населено място</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Full story</source>
        <translation>Пълна история</translation>
    </message>
    <message>
        <source>Only for the joint work; it never leaves this computer.</source>
        <translation>Само за съвместната работа; не напуска този компютър.</translation>
    </message>
</context>
<context>
    <name>CaseFileScreen</name>
    <message>
        <source>Delete the case</source>
        <translation>Изтрий случая</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Промени</translation>
    </message>
    <message>
        <source>Change the state</source>
        <translation>Смени състоянието</translation>
    </message>
    <message>
        <source>case data</source>
        <translation>данни на случая</translation>
    </message>
    <message>
        <source>change the state</source>
        <translation>смяна на състоянието</translation>
    </message>
    <message>
        <source>to the inbox, for the next agenda</source>
        <translation>към входящите, за следващия дневен ред</translation>
    </message>
    <message>
        <source>one more child</source>
        <translation>още едно дете</translation>
    </message>
    <message>
        <source>one more family member</source>
        <translation>още един член на семейството</translation>
    </message>
    <message>
        <source>to the last decision on the case</source>
        <translation>към последното решение по случая</translation>
    </message>
    <message>
        <source>to the tasks of the case</source>
        <translation>към задачите по случая</translation>
    </message>
    <message>
        <source>open the person, session or missing field</source>
        <translation>отваря лицето, заседанието или липсващото поле</translation>
    </message>
    <message>
        <source>save the form</source>
        <translation>запазва формата</translation>
    </message>
    <message>
        <source>close the form</source>
        <translation>затваря формата</translation>
    </message>
    <message>
        <source>municipality {name}</source>
        <translation>община {name}</translation>
    </message>
    <message>
        <source>led by {institution}</source>
        <translation>води {institution}</translation>
    </message>
    <message>
        <source>opened {day}</source>
        <translation>открит {day}</translation>
    </message>
    <message>
        <source>check due {day}</source>
        <translation>последваща оценка {day}</translation>
    </message>
    <message>
        <source>{level} risk</source>
        <translation>{level} риск</translation>
    </message>
    <message>
        <source>provisional code</source>
        <translation>временен код</translation>
    </message>
    <message>
        <source>On the agenda: item {number}</source>
        <translation>В дневния ред: т. {number}</translation>
    </message>
    <message>
        <source>The case waits in the inbox</source>
        <translation>Случаят чака във входящите</translation>
    </message>
    <message>
        <source>The next review is set when the case is put on an agenda.</source>
        <translation>Датата на прегледа се определя, като случаят влезе в дневен ред.</translation>
    </message>
    <message>
        <source>To the sessions</source>
        <translation>Към заседанията</translation>
    </message>
    <message>
        <source>There is no decision on this case yet.</source>
        <translation>По този случай още няма решение.</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Case data</source>
        <translation>Данни на случая</translation>
    </message>
    <message>
        <source>The case is saved</source>
        <translation>Случаят е запазен</translation>
    </message>
    <message>
        <source>Brought back: what you typed before and did not save.</source>
        <translation>Върнато е написаното преди, което не беше запазено.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Откажи се</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>Cases</source>
        <translation>Случаи</translation>
    </message>
    <message>
        <source>Name, code or institution</source>
        <translation>Име, код или институция</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Нов случай</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>нов случай</translation>
    </message>
    <message>
        <source>to the inbox, for the next agenda</source>
        <translation>към входящите, за следващия дневен ред</translation>
    </message>
    <message>
        <source>search</source>
        <translation>търсене</translation>
    </message>
    <message>
        <source>clear search and filters</source>
        <translation>изчиства търсенето и филтрите</translation>
    </message>
    <message>
        <source>open the case; from the search to the list</source>
        <translation>отваря случая; от търсенето – към списъка</translation>
    </message>
    <message>
        <source>Finds „Kovacheva“ too, and a wrong keyboard layout</source>
        <translation>Намира и „Kovacheva“, и грешна подредба на клавиатурата</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>избор</translation>
    </message>
    <message>
        <source>open</source>
        <translation>отвори</translation>
    </message>
    <message>
        <source>clear the search</source>
        <translation>изчисти търсенето</translation>
    </message>
    <message>
        <source>No case matches</source>
        <translation>Няма такъв случай</translation>
    </message>
    <message>
        <source>Try another form of the name, or fewer filters.</source>
        <translation>Опитайте с друга форма на името или с по-малко филтри.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Изчисти търсенето и филтрите</translation>
    </message>
    <message>
        <source>The case waits in the inbox</source>
        <translation>Случаят чака във входящите</translation>
    </message>
    <message>
        <source>Code and why it is found</source>
        <translation>Код и защо се намира</translation>
    </message>
    <message>
        <source>Typology</source>
        <translation>Типология</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Община</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Деца</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Риск</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Преглед</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Липсва</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не е оценен</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>без дата</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>от {day}</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>на {day}</translation>
    </message>
    <message>
        <source>Cases come with the files of the districts, codes only.</source>
        <translation>Случаите идват с файловете на областите, само с кодове.</translation>
    </message>
    <message>
        <source>To the exchange</source>
        <translation>Към „Обмен“</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Още няма случаи</translation>
    </message>
    <message>
        <source>A case is one family situation; children and family are entered with it.</source>
        <translation>Случаят е едно семейно положение; децата и семейството се въвеждат с него.</translation>
    </message>
    <message>
        <source>First case</source>
        <translation>Първи случай</translation>
    </message>
    <message>
        <source>{shown} of {cases}</source>
        <translation>{shown} от {cases}</translation>
    </message>
    <message>
        <source>closest match first</source>
        <translation>най-близките първи</translation>
    </message>
    <message>
        <source>most at risk first</source>
        <translation>най-рисковите първи</translation>
    </message>
    <message>
        <source>{active} worked on or followed, {archived} in the archive</source>
        <translation>{active} действащи и проследявани, {archived} в архив</translation>
    </message>
    <message>
        <source>Enter the mechanism</source>
        <translation>Въведете механизма</translation>
    </message>
    <message>
        <source>A case belongs to a mechanism; enter it first.</source>
        <translation>Случаят е към механизъм; първо го въведете.</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Why; at least ten characters</source>
        <translation>Защо; поне десет знака</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Seven factors of the best interest</source>
        <translation>Седемте фактора на най-добрия интерес</translation>
    </message>
    <message>
        <source>Support that was tried</source>
        <translation>Каква подкрепа е опитана</translation>
    </message>
    <message>
        <source>How the child was heard</source>
        <translation>Как е потърсено мнението на детето</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>От кого</translation>
    </message>
    <message>
        <source>How the ties are kept</source>
        <translation>Как се поддържат връзките</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>няма отговор</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Checklist of the principles</source>
        <translation>Контролен лист по принципите</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>още не е казано</translation>
    </message>
    <message>
        <source>no, the children stay with the parents</source>
        <translation>не, децата остават при родителите</translation>
    </message>
    <message>
        <source>yes, a child is parted from the parents</source>
        <translation>да, дете се разделя от родителите</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>Следващ преглед</translation>
    </message>
    <message>
        <source>Would the decision part a child from the parents?</source>
        <translation>Разделя ли решението дете от родителите?</translation>
    </message>
    <message>
        <source>Care afterwards</source>
        <translation>Грижа след това</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Case {code}. Confidential: never in the hall nor in the public minutes.</source>
        <translation>Случай {code}. Поверително: не излиза нито в залата, нито в публичния протокол.</translation>
    </message>
    <message>
        <source>{n} of {total} answered</source>
        <translation>отговорени {n} от {total}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>изцяло попълнен</translation>
    </message>
</context>
<context>
    <name>ChildFields</name>
    <message>
        <source>years</source>
        <translation>години</translation>
    </message>
    <message>
        <source>months</source>
        <translation>месеци</translation>
    </message>
    <message>
        <source>Unit of the age</source>
        <translation>Мярка на възрастта</translation>
    </message>
    <message>
        <source>or about</source>
        <translation>или около</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Мярка</translation>
    </message>
    <message>
        <source>Not born yet</source>
        <translation>Още неродено</translation>
    </message>
    <message>
        <source>Care before</source>
        <translation>Грижа преди</translation>
    </message>
    <message>
        <source>Care now</source>
        <translation>Грижа сега</translation>
    </message>
    <message>
        <source>Opinion of the child</source>
        <translation>Мнение на детето</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Образование</translation>
    </message>
    <message>
        <source>Legal status</source>
        <translation>Правно положение</translation>
    </message>
    <message>
        <source>Health and disability</source>
        <translation>Здраве и увреждане</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>Увреждане</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Бележка</translation>
    </message>
    <message>
        <source>Only what the joint work needs; it never leaves this computer.</source>
        <translation>Само нужното за съвместната работа; не напуска този компютър.</translation>
    </message>
    <message>
        <source>Number and contact</source>
        <translation>Номер и връзка</translation>
    </message>
    <message>
        <source>Only where an institution needs it; never printed, never exported.</source>
        <translation>Само ако институция го изисква; не се печата и не се изнася.</translation>
    </message>
    <message>
        <source>Type the birth date or about how old the child is.</source>
        <translation>Въведете дата на раждане или приблизителна възраст.</translation>
    </message>
    <message>
        <source>not entered</source>
        <translation>не е въведено</translation>
    </message>
</context>
<context>
    <name>ChildForm</name>
    <message>
        <source>New child</source>
        <translation>Ново дете</translation>
    </message>
    <message>
        <source>The child is saved</source>
        <translation>Детето е запазено</translation>
    </message>
    <message>
        <source>The child is taken out of the case</source>
        <translation>Детето е извадено от случая</translation>
    </message>
</context>
<context>
    <name>ChoiceChip</name>
    <message>
        <source>All</source>
        <translation>Всички</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Suggestions</source>
        <translation>Предложения</translation>
    </message>
</context>
<context>
    <name>ChoicePanel</name>
    <message>
        <source>Card for the hall</source>
        <translation>Карта за залата</translation>
    </message>
    <message>
        <source>Enter sends it, Shift+F9 shows it to you first</source>
        <translation>Enter я показва, Shift+F9 – преглед само за вас</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Карти</translation>
    </message>
    <message>
        <source>Break until</source>
        <translation>Почивка до</translation>
    </message>
    <message>
        <source>Send the break</source>
        <translation>Покажи почивката</translation>
    </message>
    <message>
        <source>Write the messages</source>
        <translation>Напиши съобщенията</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Дневен ред</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Предложение</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Гласуване</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Поети ангажименти</translation>
    </message>
    <message>
        <source>The floor</source>
        <translation>Думата</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Съобщение</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation>Следващо заседание</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Почивка</translation>
    </message>
    <message>
        <source>names somebody: {places}</source>
        <translation>лични данни в: {places}</translation>
    </message>
    <message>
        <source>items: {n}</source>
        <translation>точки: {n}</translation>
    </message>
    <message>
        <source>day, hour and place</source>
        <translation>ден, час и място</translation>
    </message>
</context>
<context>
    <name>ChronologyCard</name>
    <message>
        <source>All</source>
        <translation>Всички</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Заседания</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Покажи</translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation>Хронология</translation>
    </message>
    <message>
        <source>Nothing of this kind yet.</source>
        <translation>Още няма такива записи.</translation>
    </message>
    <message>
        <source>Summary without personal data</source>
        <translation>Обобщение без лични данни</translation>
    </message>
    <message>
        <source>Decision {number}</source>
        <translation>Решение {number}</translation>
    </message>
    <message>
        <source>Discussed in session {number}</source>
        <translation>Разгледан на заседание {number}</translation>
    </message>
    <message>
        <source>The case was opened</source>
        <translation>Случаят е открит</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation>Състояние: {state}</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Съгласие</translation>
    </message>
    <message>
        <source>Task: {what}</source>
        <translation>Задача: {what}</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Изпълнено: {what}</translation>
    </message>
    <message>
        <source>Support promised: {what}</source>
        <translation>Обещана подкрепа: {what}</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>т. {number}</translation>
    </message>
    <message>
        <source>entered {day}</source>
        <translation>въведено {day}</translation>
    </message>
</context>
<context>
    <name>ClockBox</name>
    <message>
        <source>Time</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Time of what is entered</source>
        <translation>Час на събитието</translation>
    </message>
    <message>
        <source>What you record now gets this time.</source>
        <translation>Каквото запишете сега, получава този час.</translation>
    </message>
    <message>
        <source>ends ≈ {time}</source>
        <translation>край ≈ {time}</translation>
    </message>
    <message>
        <source>{late} min</source>
        <translation>{late} мин</translation>
    </message>
    <message>
        <source>ends ≈ {time} ({late} min)</source>
        <translation>край ≈ {time} ({late} мин)</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>Before closing</source>
        <translation>Преди закриване</translation>
    </message>
    <message>
        <source>Enter on a line goes to its field.</source>
        <translation>Enter върху ред води до полето.</translation>
    </message>
</context>
<context>
    <name>ConveneForm</name>
    <message>
        <source>Convene the session</source>
        <translation>Свикване на заседанието</translation>
    </message>
    <message>
        <source>Convene</source>
        <translation>Свикай</translation>
    </message>
    <message>
        <source>The session is convened; its roll is made</source>
        <translation>Заседанието е свикано; присъственият списък е съставен</translation>
    </message>
    <message>
        <source>The invitations go out on</source>
        <translation>Поканите тръгват на</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>Въведете деня.</translation>
    </message>
    <message>
        <source>Outgoing number</source>
        <translation>Изходящ номер</translation>
    </message>
    <message>
        <source>As in your register; printed on the invitation.</source>
        <translation>Както в деловодството; отпечатва се в поканата.</translation>
    </message>
</context>
<context>
    <name>ConveningScreen</name>
    <message>
        <source>Convening</source>
        <translation>Свикване</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Подготовка</translation>
    </message>
    <message>
        <source>It did not take place</source>
        <translation>Не се състоя</translation>
    </message>
    <message>
        <source>Nobody to invite</source>
        <translation>Няма кого да каните</translation>
    </message>
    <message>
        <source>On the day of this session no member has an open mandate besides the chair.</source>
        <translation>На деня на заседанието освен председателя няма член с действащо членство.</translation>
    </message>
    <message>
        <source>To the members</source>
        <translation>Към членовете</translation>
    </message>
    <message>
        <source>{way}: the chosen member</source>
        <translation>{way}: избраният член</translation>
    </message>
    <message>
        <source>{way}: all who have no such entry yet</source>
        <translation>{way}: всички, за които още няма запис</translation>
    </message>
    <message>
        <source>will come, will not come, sends a substitute</source>
        <translation>ще дойде, няма да дойде, праща заместник</translation>
    </message>
    <message>
        <source>forget what the member said</source>
        <translation>заличи казаното от члена</translation>
    </message>
    <message>
        <source>mark in the roll those who will not come</source>
        <translation>отбележи в поименното тези, които няма да дойдат</translation>
    </message>
    <message>
        <source>Call a new session</source>
        <translation>Свикай ново заседание</translation>
    </message>
    <message>
        <source>Noted for {n}</source>
        <translation>Отбелязано за {n}</translation>
    </message>
    <message>
        <source>Nothing to note: all have such an entry, or none is due</source>
        <translation>Няма какво да се отбележи: за всички вече има запис</translation>
    </message>
    <message>
        <source>Marked as excused: {n}</source>
        <translation>Отбелязани с уважителна причина: {n}</translation>
    </message>
</context>
<context>
    <name>ConveningWords</name>
    <message>
        <source>no answer yet</source>
        <translation>няма отговор</translation>
    </message>
    <message>
        <source>signs the invitation</source>
        <translation>подписва поканата</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>още нищо</translation>
    </message>
    <message>
        <source>{notice}, late</source>
        <translation>{notice}, късно</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Ел. поща</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На хартия</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Лично</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Друго</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>What, when and how</source>
        <translation>Какво, кога и как</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страници</translation>
    </message>
    <message>
        <source>Copies given</source>
        <translation>Дадени копия</translation>
    </message>
    <message>
        <source>No copy has left this computer yet.</source>
        <translation>От този компютър още не е излизало копие.</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>печат</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
</context>
<context>
    <name>CorrectMandateForm</name>
    <message>
        <source>Correct the membership</source>
        <translation>Поправка на членството</translation>
    </message>
    <message>
        <source>The membership is corrected</source>
        <translation>Членството е поправено</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Институция</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Качество</translation>
    </message>
    <message>
        <source>Seat number</source>
        <translation>Място №</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>От дата</translation>
    </message>
    <message>
        <source>Type the first day.</source>
        <translation>Въведете първия ден.</translation>
    </message>
    <message>
        <source>Appointed by</source>
        <translation>Определен с</translation>
    </message>
    <message>
        <source>Letter or order, number and date</source>
        <translation>Писмо или заповед, № и дата</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Not adopted</source>
        <translation>Неприето</translation>
    </message>
    <message>
        <source>Decision {number}</source>
        <translation>Решение {number}</translation>
    </message>
    <message>
        <source>The decision is corrected</source>
        <translation>Решението е поправено</translation>
    </message>
    <message>
        <source>The old vote stays in the record; a number is never given twice.</source>
        <translation>Старото гласуване остава в записа; номер не се дава втори път.</translation>
    </message>
    <message>
        <source>Votes: for, against, abstained</source>
        <translation>Гласове: за, против, въздържали се</translation>
    </message>
    <message>
        <source>Votes: for, against, abstained, blank, invalid</source>
        <translation>Гласове: за, против, въздържали се, бели, недействителни</translation>
    </message>
    <message>
        <source>Why the vote is corrected</source>
        <translation>Защо се поправя гласуването</translation>
    </message>
    <message>
        <source>After the closing the minutes say so in a note.</source>
        <translation>След закриването протоколът го отбелязва в бележка.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>дд.мм.гггг</translation>
    </message>
    <message>
        <source>Not before {date}.</source>
        <translation>Не по-рано от {date} г.</translation>
    </message>
    <message>
        <source>Not after {date}.</source>
        <translation>Не по-късно от {date} г.</translation>
    </message>
    <message>
        <source>Type a date such as {example} or +14.</source>
        <translation>Въведете дата като {example} или +14.</translation>
    </message>
    <message>
        <source>The month is {month}. Example: {example} or +14.</source>
        <translation>Месецът е {month}. Пример: {example} или +14.</translation>
    </message>
    <message>
        <source>The year is {year}. Example: {example} or +14.</source>
        <translation>Годината е {year}. Пример: {example} или +14.</translation>
    </message>
    <message>
        <source>Month {month} has no day {day}.</source>
        <translation>Месец {month} няма ден {day}.</translation>
    </message>
</context>
<context>
    <name>DecideMenu</name>
    <message>
        <source>One vote for several items …</source>
        <translation>Едно гласуване за няколко точки …</translation>
    </message>
    <message>
        <source>Another result of the vote …</source>
        <translation>Друг изход от гласуването …</translation>
    </message>
    <message>
        <source>Different opinion …</source>
        <translation>Особено мнение …</translation>
    </message>
    <message>
        <source>Take an item up first; then several can be voted on.</source>
        <translation>Първо започнете точка; тогава могат да се гласуват няколко.</translation>
    </message>
</context>
<context>
    <name>DecisionPart</name>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Kind of decision</source>
        <translation>Вид на решението</translation>
    </message>
    <message>
        <source>1. What is decided …</source>
        <translation>1. Какво се решава …</translation>
    </message>
    <message>
        <source>Made when it is adopted</source>
        <translation>Съставя се при приемането</translation>
    </message>
    <message>
        <source>Text for the public</source>
        <translation>Публичен текст</translation>
    </message>
    <message>
        <source>In the public edition</source>
        <translation>В публичния протокол</translation>
    </message>
    <message>
        <source>No decision was taken</source>
        <translation>Решение не е взето</translation>
    </message>
    <message>
        <source>draft; the number is given when it is adopted</source>
        <translation>проект; номерът се дава при приемане</translation>
    </message>
    <message>
        <source>draft {number}</source>
        <translation>проект {number}</translation>
    </message>
    <message>
        <source>Not adopted</source>
        <translation>Неприето</translation>
    </message>
    <message>
        <source>Different opinion: {name}</source>
        <translation>Особено мнение: {name}</translation>
    </message>
    <message>
        <source>{words}, until {day}</source>
        <translation>{words}, до {day}</translation>
    </message>
</context>
<context>
    <name>DeclarationsBar</name>
    <message>
        <source>Roll call</source>
        <translation>Проверка на присъствието</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} и още {n}</translation>
    </message>
    <message>
        <source>Declaration of confidentiality not signed: {names}.</source>
        <translation>Неподписана декларация за поверителност: {names}.</translation>
    </message>
</context>
<context>
    <name>DeleteCaseForm</name>
    <message>
        <source>Delete the case</source>
        <translation>Изтрий случая</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Изтрий</translation>
    </message>
    <message>
        <source>The case is deleted</source>
        <translation>Случаят е изтрит</translation>
    </message>
    <message>
        <source>Only for a case entered by mistake. A case that is finished is closed, not deleted. Its code is not given again.</source>
        <translation>Само за случай, въведен по погрешка. Завършеният случай се приключва, не се изтрива. Кодът му не се дава отново.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Защо</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Посочете защо.</translation>
    </message>
</context>
<context>
    <name>Discussion</name>
    <message>
        <source>Discussion</source>
        <translation>Обсъждане</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Нов ред</translation>
    </message>
    <message>
        <source>New line · / phrase · @ name or institution</source>
        <translation>Нов ред · / фраза · @ име или институция</translation>
    </message>
    <message>
        <source>Private note: stands in no paper</source>
        <translation>Лична бележка: не влиза в никой документ</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} реда</translation>
    </message>
    <message>
        <source>Speaker of the line; Backspace in the empty line: none</source>
        <translation>Изказва се; Backspace в празния ред – без име</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ред</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Премахни реда</translation>
    </message>
    <message>
        <source>{n} earlier</source>
        <translation>още {n} по-рано</translation>
    </message>
    <message>
        <source>[private] {words}</source>
        <translation>[лично] {words}</translation>
    </message>
    <message>
        <source>{words} (entered later)</source>
        <translation>{words} (въведено по-късно)</translation>
    </message>
</context>
<context>
    <name>Displays</name>
    <message>
        <source>THIS IS WHAT THE MEMBERS SEE</source>
        <translation>ТОВА ВИЖДАТ ЧЛЕНОВЕТЕ</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>този прозорец</translation>
    </message>
    <message>
        <source>nothing of the session</source>
        <translation>нищо от заседанието</translation>
    </message>
</context>
<context>
    <name>DissentForm</name>
    <message>
        <source>Different opinion</source>
        <translation>Особено мнение</translation>
    </message>
    <message>
        <source>on decision {number}</source>
        <translation>по решение {number}</translation>
    </message>
    <message>
        <source>The opinion is an annex of the minutes</source>
        <translation>Мнението е приложение към протокола</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кой</translation>
    </message>
    <message>
        <source>Choose who it is.</source>
        <translation>Изберете чие е.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Will be given until</source>
        <translation>Ще бъде представено до</translation>
    </message>
    <message>
        <source>While there is no text: the minutes print the date.</source>
        <translation>Докато няма текст, протоколът отпечатва датата.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Премахни</translation>
    </message>
    <message>
        <source>The opinion is removed</source>
        <translation>Мнението е премахнато</translation>
    </message>
</context>
<context>
    <name>DoorsBar</name>
    <message>
        <source>Why they stay</source>
        <translation>Защо остава</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Затваряне (Esc)</translation>
    </message>
    <message>
        <source>Closed since {time}. Who stays?</source>
        <translation>Закрита от {time}. Кой остава?</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>остава</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>навън</translation>
    </message>
    <message>
        <source>no declaration</source>
        <translation>без декларация</translation>
    </message>
</context>
<context>
    <name>DriftBar</name>
    <message>
        <source>Take these minutes</source>
        <translation>Приеми тези минути</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Затвори съобщението</translation>
    </message>
    <message>
        <source>new times for the remaining items</source>
        <translation>ново време за оставащите точки</translation>
    </message>
    <message>
        <source>The session is in time.</source>
        <translation>Заседанието върви по план.</translation>
    </message>
    <message>
        <source>The remaining items have new times</source>
        <translation>Оставащите точки имат ново време</translation>
    </message>
    <message>
        <source>The session runs {late} min late. Proposed minutes: {items}.</source>
        <translation>Заседанието закъснява с {late} мин. Предложени минути: {items}.</translation>
    </message>
    <message>
        <source>The session runs {late} min late. Even so it will not end in time. Proposed minutes: {items}.</source>
        <translation>Заседанието закъснява с {late} мин и няма да приключи навреме. Предложени минути: {items}.</translation>
    </message>
    <message>
        <source>item {n}: {minutes}</source>
        <translation>т. {n} – {minutes}</translation>
    </message>
</context>
<context>
    <name>DutyStrip</name>
    <message>
        <source>missing data in {cases}</source>
        <translation>липсващи данни в {cases}</translation>
    </message>
    <message>
        <source>reviews by {day}</source>
        <translation>прегледи до {day}</translation>
    </message>
    <message>
        <source>mandates end by {day}</source>
        <translation>изтичащи мандати до {day}</translation>
    </message>
</context>
<context>
    <name>EndMandateForm</name>
    <message>
        <source>End the membership</source>
        <translation>Прекратяване на членството</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Прекрати</translation>
    </message>
    <message>
        <source>The membership is ended</source>
        <translation>Членството е прекратено</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>Изберете причина</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последен ден</translation>
    </message>
    <message>
        <source>Type the last day.</source>
        <translation>Въведете последния ден.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>Изберете причина.</translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Prepare a file for the national team</source>
        <translation>Подготви файл за националния екип</translation>
    </message>
    <message>
        <source>Take a file …</source>
        <translation>Приеми файл …</translation>
    </message>
    <message>
        <source>Introduce a laptop …</source>
        <translation>Представи лаптоп …</translation>
    </message>
    <message>
        <source>take a file</source>
        <translation>приемане на файл</translation>
    </message>
    <message>
        <source>take the file that is previewed</source>
        <translation>приемане на файла от прегледа</translation>
    </message>
    <message>
        <source>The file was not made. Mend these places, then prepare it again.</source>
        <translation>Файлът не е направен. Поправете тези места и го подгответе отново.</translation>
    </message>
    <message>
        <source>Where does the file go?</source>
        <translation>Къде да се запише файлът?</translation>
    </message>
    <message>
        <source>The file is being encrypted and signed …</source>
        <translation>Файлът се шифрова и подписва …</translation>
    </message>
    <message>
        <source>{name} is written. Hand it over.</source>
        <translation>{name} е записан. Предайте го.</translation>
    </message>
    <message>
        <source>Where does the receipt go?</source>
        <translation>Къде да се запише разписката?</translation>
    </message>
    <message>
        <source>Which file came?</source>
        <translation>Кой файл дойде?</translation>
    </message>
    <message>
        <source>The file is being verified …</source>
        <translation>Файлът се проверява …</translation>
    </message>
    <message>
        <source>{name} has been received already; nothing is changed.</source>
        <translation>{name} вече е получено; нищо не е променено.</translation>
    </message>
    <message>
        <source>A backup is kept, then the file is taken …</source>
        <translation>Прави се резервно копие и файлът се приема …</translation>
    </message>
    <message>
        <source>Received by the national team</source>
        <translation>Получено от националния екип</translation>
    </message>
    <message>
        <source>{name} is taken: {new} new, {changed} changed</source>
        <translation>{name} е приет: {new} нови, {changed} променени</translation>
    </message>
    <message>
        <source>Where does the request go?</source>
        <translation>Къде да се запише заявката?</translation>
    </message>
    <message>
        <source>Request (*.json)</source>
        <translation>Заявка (*.json)</translation>
    </message>
    <message>
        <source>The request is written. Read the words aloud.</source>
        <translation>Заявката е записана. Прочетете думите на глас.</translation>
    </message>
    <message>
        <source>Where is the answer?</source>
        <translation>Къде е отговорът?</translation>
    </message>
    <message>
        <source>Answer (*.age);;All files (*)</source>
        <translation>Отговор (*.age);;Всички файлове (*)</translation>
    </message>
    <message>
        <source>The laptop is introduced; its letter is {letter}.</source>
        <translation>Лаптопът е представен; буквата му е {letter}.</translation>
    </message>
    <message>
        <source>Where is the request?</source>
        <translation>Къде е заявката?</translation>
    </message>
    <message>
        <source>Request (*.json);;All files (*)</source>
        <translation>Заявка (*.json);;Всички файлове (*)</translation>
    </message>
    <message>
        <source>Where does the answer go?</source>
        <translation>Къде да се запише отговорът?</translation>
    </message>
    <message>
        <source>Answer (*.age)</source>
        <translation>Отговор (*.age)</translation>
    </message>
    <message>
        <source>{district}: laptop {letter} is introduced. Give the answer back.</source>
        <translation>{district}: лаптоп {letter} е представен. Върнете отговора.</translation>
    </message>
    <message>
        <source>This laptop has the letter {letter}.</source>
        <translation>Този лаптоп е с буква {letter}.</translation>
    </message>
    <message>
        <source>No laptop is introduced yet</source>
        <translation>Още няма представен лаптоп</translation>
    </message>
    <message>
        <source>A coordinator brings a request; the words are read aloud.</source>
        <translation>Координаторът носи заявка; думите се четат на глас.</translation>
    </message>
    <message>
        <source>The national team does not know this laptop yet</source>
        <translation>Националният екип още не познава този лаптоп</translation>
    </message>
    <message>
        <source>First the two sides introduce themselves: three steps, once.</source>
        <translation>Първо двете страни се представят една на друга: три стъпки, веднъж.</translation>
    </message>
    <message>
        <source>File of the exchange (*.dcmb)</source>
        <translation>Файл за обмен (*.dcmb)</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Agenda items</source>
        <translation>Точки от дневния ред</translation>
    </message>
    <message>
        <source>Attendances</source>
        <translation>Присъствия</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Случаи</translation>
    </message>
    <message>
        <source>Reviews of cases</source>
        <translation>Разглеждания на случаи</translation>
    </message>
    <message>
        <source>Changes of state of cases</source>
        <translation>Промени в състоянието на случаи</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Деца</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Решения</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>Институции</translation>
    </message>
    <message>
        <source>Mandates</source>
        <translation>Мандати</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>Заместници</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>Механизми</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Changes of membership</source>
        <translation>Промени в състава</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Протоколи</translation>
    </message>
    <message>
        <source>Seats of people, without names</source>
        <translation>Участници, без имена</translation>
    </message>
    <message>
        <source>Promised support</source>
        <translation>Обещана подкрепа</translation>
    </message>
    <message>
        <source>Arrivals and departures</source>
        <translation>Идвания и тръгвания</translation>
    </message>
    <message>
        <source>Recusals</source>
        <translation>Отводи</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Заседания</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Гласувания</translation>
    </message>
    <message>
        <source>National team</source>
        <translation>Национален екип</translation>
    </message>
    <message>
        <source>{area}, laptop {letter}</source>
        <translation>{area}, лаптоп {letter}</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Няма файл</translation>
    </message>
    <message>
        <source>Receipt to be made</source>
        <translation>Чака разписка</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Потвърдено</translation>
    </message>
    <message>
        <source>To be handed over</source>
        <translation>Чака предаване</translation>
    </message>
    <message>
        <source>Waits for the receipt</source>
        <translation>Чака разписка</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Нищо ново</translation>
    </message>
    <message>
        <source>Coming in</source>
        <translation>Входящи</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Разписка</translation>
    </message>
    <message>
        <source>Going out</source>
        <translation>Изходящи</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Предадено</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>няма нищо ново</translation>
    </message>
    <message>
        <source>{changes}; no file yet</source>
        <translation>{changes}; още няма файл</translation>
    </message>
    <message>
        <source>{changes} since file № {n}</source>
        <translation>{changes} след файл №&#xa0;{n}</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>още няма файл</translation>
    </message>
    <message>
        <source>file № {n}, received by the national team, {day}</source>
        <translation>файл №&#xa0;{n}, получено от националния екип на {day}</translation>
    </message>
    <message>
        <source>file № {n} of {day} waits for the receipt</source>
        <translation>файл №&#xa0;{n} от {day} чака разписка</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>още няма разписка</translation>
    </message>
    <message>
        <source>receipt № {n}, taken on {day}</source>
        <translation>разписка №&#xa0;{n}, приета на {day}</translation>
    </message>
    <message>
        <source>file № {n}, taken on {day}</source>
        <translation>файл №&#xa0;{n}, приет на {day}</translation>
    </message>
    <message>
        <source>nothing to confirm</source>
        <translation>няма какво да се потвърди</translation>
    </message>
    <message>
        <source>file № {n} is not confirmed yet</source>
        <translation>файл №&#xa0;{n} още не е потвърден</translation>
    </message>
    <message>
        <source>confirmed on {day}</source>
        <translation>потвърден на {day}</translation>
    </message>
    <message>
        <source>receipt № {n} of {day}</source>
        <translation>разписка №&#xa0;{n} от {day}</translation>
    </message>
</context>
<context>
    <name>FileActs</name>
    <message>
        <source>Which file belongs to the item?</source>
        <translation>Кой файл е към точката?</translation>
    </message>
    <message>
        <source>Documents and pictures (*.pdf *.docx *.xlsx *.pptx *.odt *.ods *.odp *.png *.jpg *.jpeg *.tif *.tiff *.txt)</source>
        <translation>Документи и снимки (*.pdf *.docx *.xlsx *.pptx *.odt *.ods *.odp *.png *.jpg *.jpeg *.tif *.tiff *.txt)</translation>
    </message>
    <message>
        <source>The file is being kept …</source>
        <translation>Файлът се записва …</translation>
    </message>
    <message>
        <source>Where does the copy go?</source>
        <translation>Къде да се запази копието?</translation>
    </message>
    <message>
        <source>File (*{suffix})</source>
        <translation>Файл (*{suffix})</translation>
    </message>
    <message>
        <source>The file is taken away</source>
        <translation>Файлът е премахнат</translation>
    </message>
    <message>
        <source>The copy is written; it is not encrypted</source>
        <translation>Копието е записано; то не е шифровано</translation>
    </message>
    <message>
        <source>The file is kept in the store</source>
        <translation>Файлът е приложен</translation>
    </message>
</context>
<context>
    <name>FileTabs</name>
    <message>
        <source>View</source>
        <translation>Изглед</translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation>Хронология</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Семейство</translation>
    </message>
</context>
<context>
    <name>FilesRow</name>
    <message>
        <source>Add a file</source>
        <translation>Добави файл</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлове</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} МБ</translation>
    </message>
    <message>
        <source>{n} KB</source>
        <translation>{n} КБ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Покажи</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Запази копие …</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Премахни</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Mend: {what}</source>
        <translation>Поправи: {what}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Later – we will remind you</source>
        <translation>По-късно – ще напомняме</translation>
    </message>
    <message>
        <source>I already have a store …</source>
        <translation>Имам хранилище …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Напред</translation>
    </message>
    <message>
        <source>Who will work here?</source>
        <translation>Кой ще работи тук?</translation>
    </message>
    <message>
        <source>The data stay on this computer, encrypted. No network is needed.</source>
        <translation>Данните остават на този компютър, шифровани. Мрежа не е нужна.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парола</translation>
    </message>
    <message>
        <source>If you forget it, only the sheet of the next step helps.</source>
        <translation>Пет думи се помнят лесно. Забравите ли ги, помага само листът от следващата стъпка.</translation>
    </message>
    <message>
        <source>Step {number} of 3</source>
        <translation>Стъпка {number} от 3</translation>
    </message>
    <message>
        <source>Open the program</source>
        <translation>Отвори програмата</translation>
    </message>
    <message>
        <source>Encrypting the store …</source>
        <translation>Хранилището се шифрова …</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Лист за възстановяване</translation>
    </message>
    <message>
        <source>Print it and lock it away elsewhere: it opens the store by itself.</source>
        <translation>Отпечатайте го и го заключете на друго място. С него се влиза и без паролата.</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>Първи стъпки</translation>
    </message>
    <message>
        <source>After these four, everything else follows from the sessions.</source>
        <translation>След тези четири всичко останало тръгва от заседанията.</translation>
    </message>
    <message>
        <source>Enter the mechanism and its rules</source>
        <translation>Въведете механизма и правилата му</translation>
    </message>
    <message>
        <source>Quorum, majority, notice: as your rules say.</source>
        <translation>Кворум, мнозинство, срок за покана: според вашия правилник.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Въведи</translation>
    </message>
    <message>
        <source>Enter institutions and members</source>
        <translation>Въведете институциите и членовете</translation>
    </message>
    <message>
        <source>Who sits for which institution, with substitutes.</source>
        <translation>Кой от коя институция е, със заместниците.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Членове</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Открийте случай</translation>
    </message>
    <message>
        <source>Children and family once; codes everywhere else.</source>
        <translation>Деца и семейство – веднъж; навсякъде другаде – код.</translation>
    </message>
    <message>
        <source>First case</source>
        <translation>Първи случай</translation>
    </message>
    <message>
        <source>Prepare a session</source>
        <translation>Подгответе заседание</translation>
    </message>
    <message>
        <source>Agenda, invitation, and then the room.</source>
        <translation>Дневен ред, покана и после залата.</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Ново заседание</translation>
    </message>
</context>
<context>
    <name>FloorActs</name>
    <message>
        <source>next: {who}</source>
        <translation>следват: {who}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никой</translation>
    </message>
    <message>
        <source>paused at {time}</source>
        <translation>пауза на {time}</translation>
    </message>
    <message>
        <source>over by {time}</source>
        <translation>просрочено с {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>остават {time}</translation>
    </message>
    <message>
        <source>{spent} of {allowed}</source>
        <translation>{spent} от {allowed}</translation>
    </message>
    <message>
        <source>{who} waits for the floor: F4 Enter gives it</source>
        <translation>{who} чака думата: F4 Enter я дава</translation>
    </message>
    <message>
        <source>{who} speaks without a timer: F4 Enter starts it</source>
        <translation>{who} говори, времето не е пуснато: F4 Enter го пуска</translation>
    </message>
    <message>
        <source>The time of {who} stands at {time}; the {gap} without the program are not counted.</source>
        <translation>Времето на {who} стои на {time}; {gap} без програмата не се броят.</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Пусни го</translation>
    </message>
    <message>
        <source>Count them</source>
        <translation>Брой ги</translation>
    </message>
</context>
<context>
    <name>FloorCard</name>
    <message>
        <source>Speakers and timer (F4)</source>
        <translation>Изказвания и време (F4)</translation>
    </message>
    <message>
        <source>Nobody has asked for the floor</source>
        <translation>Никой не е поискал думата</translation>
    </message>
    <message>
        <source>speakers and timer: number queues, Enter gives the floor</source>
        <translation>думата: номер записва, Enter дава думата</translation>
    </message>
    <message>
        <source>The floor: number or name, then</source>
        <translation>Думата: номер или име, после</translation>
    </message>
    <message>
        <source>asks for it; in the empty field gives it</source>
        <translation>иска думата; в празното поле я дава</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Интервал</translation>
    </message>
    <message>
        <source>pause, go on</source>
        <translation>пауза, продължи</translation>
    </message>
    <message>
        <source>half a minute more or less</source>
        <translation>половин минута повече или по-малко</translation>
    </message>
    <message>
        <source>take the last one out of the list</source>
        <translation>махни последния от списъка</translation>
    </message>
    <message>
        <source>the speech is over</source>
        <translation>изказването приключи</translation>
    </message>
    <message>
        <source>The floor</source>
        <translation>Думата</translation>
    </message>
</context>
<context>
    <name>FloorControls</name>
    <message>
        <source>Number or name; Enter gives the floor</source>
        <translation>Номер или име; Enter дава думата</translation>
    </message>
    <message>
        <source>Who asks for the floor</source>
        <translation>Кой иска думата</translation>
    </message>
    <message>
        <source>Give the floor</source>
        <translation>Дай думата</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>30 s less</source>
        <translation>30 с по-малко</translation>
    </message>
    <message>
        <source>30 s more</source>
        <translation>30 с повече</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Край</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продължи</translation>
    </message>
    <message>
        <source>Nobody in the hall has this number or name.</source>
        <translation>В залата няма никого с този номер или име.</translation>
    </message>
    <message>
        <source>Nobody waits for the floor.</source>
        <translation>Никой не чака думата.</translation>
    </message>
</context>
<context>
    <name>FollowUpList</name>
    <message>
        <source>Tasks to go through</source>
        <translation>Задачи за преглед</translation>
    </message>
    <message>
        <source>overdue: {n}</source>
        <translation>просрочени: {n}</translation>
    </message>
    <message>
        <source>No task is open any more.</source>
        <translation>Вече няма отворени задачи.</translation>
    </message>
    <message>
        <source>Without an institution</source>
        <translation>Без институция</translation>
    </message>
    <message>
        <source>decision {n}</source>
        <translation>решение {n}</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>постоянен срок</translation>
    </message>
    <message>
        <source>next session</source>
        <translation>следващо заседание</translation>
    </message>
    <message>
        <source>{date}, {days} late</source>
        <translation>{date}, закъснение {days}</translation>
    </message>
</context>
<context>
    <name>Founding</name>
    <message>
        <source>The proposed values are only usual ones. Type in your own rules before the first session: quorum, votes and terms follow from them.</source>
        <translation>Предложените стойности са само обичайните. Въведете своя правилник преди първото заседание: от него следват кворумът, гласуването и сроковете.</translation>
    </message>
    <message>
        <source>still the proposed value</source>
        <translation>още предложена стойност</translation>
    </message>
    <message>
        <source>The mechanism</source>
        <translation>Механизмът</translation>
    </message>
    <message>
        <source>Its rules</source>
        <translation>Правилникът</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>предложен</translation>
    </message>
</context>
<context>
    <name>Genogram</name>
    <message>
        <source>Genogram</source>
        <translation>Генограма</translation>
    </message>
</context>
<context>
    <name>GoingLiveScreen</name>
    <message>
        <source>Before we start</source>
        <translation>Преди начало</translation>
    </message>
    <message>
        <source>To the room</source>
        <translation>Към залата</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Учебно заседание</translation>
    </message>
    <message>
        <source>Two screens</source>
        <translation>Два екрана</translation>
    </message>
    <message>
        <source>Safe view</source>
        <translation>Безопасен изглед</translation>
    </message>
    <message>
        <source>No projector</source>
        <translation>Без проектор</translation>
    </message>
    <message>
        <source>How the hall follows the session</source>
        <translation>Как залата следи заседанието</translation>
    </message>
    <message>
        <source>Switch off notifications, e-mail and messages before the members come.</source>
        <translation>Изключете известията, пощата и съобщенията, преди да дойдат членовете.</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Екрани</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Отключване</translation>
    </message>
    <message>
        <source>to the room</source>
        <translation>към залата</translation>
    </message>
    <message>
        <source>on a line: where it is mended</source>
        <translation>на ред: къде се поправя</translation>
    </message>
    <message>
        <source>Everybody sees this window: what names a family is hidden in it and shown only while F10 is held.</source>
        <translation>Всички виждат този прозорец: което назовава семейство, е скрито и се показва само докато държите F10.</translation>
    </message>
    <message>
        <source>The hall sees nothing; this window belongs to you alone.</source>
        <translation>Залата не вижда нищо; този прозорец е само за вас.</translation>
    </message>
    <message>
        <source>Connect the projector; it appears here by itself.</source>
        <translation>Свържете проектора; той се появява тук сам.</translation>
    </message>
    <message>
        <source>The hall&apos;s own window is on „{name}“; nothing else goes there.</source>
        <translation>Прозорецът за залата е на „{name}“; нищо друго не излиза там.</translation>
    </message>
</context>
<context>
    <name>GuardCard</name>
    <message>
        <source>Check for identity</source>
        <translation>Проверка за разпознаване</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Няма съвпадения</translation>
    </message>
    <message>
        <source>No name and no number of the case register stands in it.</source>
        <translation>Няма име и номер на човек от случаите.</translation>
    </message>
</context>
<context>
    <name>GuardNote</name>
    <message>
        <source>Personal data: {places}. It does not go to the hall or the public.</source>
        <translation>Лични данни: {places}. Така не излиза в залата и в публичния протокол.</translation>
    </message>
    <message>
        <source>line {line}, word {word}</source>
        <translation>ред {line}, дума {word}</translation>
    </message>
    <message>
        <source>{where} (case {code})</source>
        <translation>{where} (случай № {code})</translation>
    </message>
</context>
<context>
    <name>GuestForm</name>
    <message>
        <source>Guest</source>
        <translation>Гост</translation>
    </message>
    <message>
        <source>Add a guest</source>
        <translation>Добави гост</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Запиши</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добави</translation>
    </message>
    <message>
        <source>Why they stay</source>
        <translation>Защо остава</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Длъжност</translation>
    </message>
    <message>
        <source>Confidentiality declaration</source>
        <translation>Декларация за поверителност</translation>
    </message>
    <message>
        <source>Stays for the closed part</source>
        <translation>Остава в закритата част</translation>
    </message>
    <message>
        <source>Invited for items</source>
        <translation>Поканен за точки</translation>
    </message>
    <message>
        <source>None ticked: for all.</source>
        <translation>Без отметка – за всички.</translation>
    </message>
</context>
<context>
    <name>HallActs</name>
    <message>
        <source>Confidential part: the hall keeps the neutral card.</source>
        <translation>Поверителна част: в залата остава неутралната карта.</translation>
    </message>
    <message>
        <source>There is no card for this place yet.</source>
        <translation>За това място още няма карта.</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Покажи отново</translation>
    </message>
    <message>
        <source>Not sent: the text names somebody ({places}).</source>
        <translation>Не е показано: в текста има лични данни ({places}).</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Редактирай</translation>
    </message>
    <message>
        <source>Show the item without the text</source>
        <translation>Покажи точката без текста</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Откажи</translation>
    </message>
</context>
<context>
    <name>HallCard</name>
    <message>
        <source>Screen</source>
        <translation>Екран</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>ЗАДЪРЖАНО</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Покажи отново</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Покажи</translation>
    </message>
    <message>
        <source>Choose a card (Ctrl+F9)</source>
        <translation>Избор на карта (Ctrl+F9)</translation>
    </message>
    <message>
        <source>screen: send the card of the place you are in</source>
        <translation>екран: показва картата на мястото, където сте</translation>
    </message>
    <message>
        <source>screen: look at that card first</source>
        <translation>екран: преглед на картата преди показване</translation>
    </message>
    <message>
        <source>screen: choose a card</source>
        <translation>екран: избор на карта</translation>
    </message>
    <message>
        <source>Preview: {card}. F9 sends it.</source>
        <translation>Преглед: {card}. F9 я показва.</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>преглед</translation>
    </message>
    <message>
        <source>show</source>
        <translation>Покажи</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>Скрий</translation>
    </message>
</context>
<context>
    <name>HallFrame</name>
    <message>
        <source>Nothing stands in the hall: there is no screen for it.</source>
        <translation>В залата не се показва нищо: няма екран за нея.</translation>
    </message>
</context>
<context>
    <name>HallWords</name>
    <message>
        <source>Hold F10 to read what is hidden here.</source>
        <translation>Задръжте F10, за да прочетете скритото.</translation>
    </message>
    <message>
        <source>Safe view: one screen for all</source>
        <translation>Безопасен изглед: един екран за всички</translation>
    </message>
    <message>
        <source>Safe view</source>
        <translation>Безопасен изглед</translation>
    </message>
    <message>
        <source>No screen in the hall: nobody sees what is written here.</source>
        <translation>Няма екран за зала: никой не вижда какво пишете тук.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Няма</translation>
    </message>
    <message>
        <source>No screen in the hall</source>
        <translation>Няма екран за зала</translation>
    </message>
    <message>
        <source>The screen has not followed yet.</source>
        <translation>Екранът още не е отговорил.</translation>
    </message>
    <message>
        <source>In the hall: the screen does not answer</source>
        <translation>В залата: екранът не отговаря</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Не отговаря</translation>
    </message>
    <message>
        <source>In the hall: {card}</source>
        <translation>В залата: {card}</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Показва</translation>
    </message>
    <message>
        <source>In the hall: HELD – {card}</source>
        <translation>В залата: ЗАДЪРЖАНО – {card}</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>ЗАДЪРЖАНО</translation>
    </message>
    <message>
        <source>In the hall: hidden</source>
        <translation>В залата: скрито</translation>
    </message>
    <message>
        <source>Black. F12 shows what was there.</source>
        <translation>Черен екран. F12 връща показаното.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрит</translation>
    </message>
    <message>
        <source>In the hall: neutral card</source>
        <translation>В залата: неутрална карта</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Неутрална</translation>
    </message>
    <message>
        <source>The screen of the hall was disconnected.</source>
        <translation>Екранът за залата е изключен.</translation>
    </message>
    <message>
        <source>The screen of the hall became the main one of the computer.</source>
        <translation>Екранът за залата стана основен за компютъра.</translation>
    </message>
    <message>
        <source>There is no second screen.</source>
        <translation>Няма втори екран.</translation>
    </message>
    <message>
        <source>The window of the hall has ended.</source>
        <translation>Прозорецът за залата спря.</translation>
    </message>
    <message>
        <source>This window stands on the screen of the hall.</source>
        <translation>Този прозорец е на екрана за залата.</translation>
    </message>
    <message>
        <source>The screen of the hall is being prepared.</source>
        <translation>Екранът за залата се подготвя.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Изключен</translation>
    </message>
    <message>
        <source>In the hall: the screen is off</source>
        <translation>В залата: екранът е изключен</translation>
    </message>
    <message>
        <source>neutral card</source>
        <translation>неутрална карта</translation>
    </message>
    <message>
        <source>This is what the members see</source>
        <translation>Това виждат членовете</translation>
    </message>
    <message>
        <source>Confidential part</source>
        <translation>Поверителна част</translation>
    </message>
    <message>
        <source>Break until {time}</source>
        <translation>Почивка до {time}</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Почивка</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Дневен ред</translation>
    </message>
    <message>
        <source>Item {n}</source>
        <translation>Точка {n}</translation>
    </message>
    <message>
        <source>Proposal {n}</source>
        <translation>Предложение {n}</translation>
    </message>
    <message>
        <source>Decision № {n}</source>
        <translation>Решение № {n}</translation>
    </message>
    <message>
        <source>Draft decision</source>
        <translation>Проект на решение</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Гласуване</translation>
    </message>
    <message>
        <source>Result of the vote</source>
        <translation>Резултат от гласуването</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Поети ангажименти</translation>
    </message>
    <message>
        <source>The floor: {who}</source>
        <translation>Думата: {who}</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Съобщение</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation>Следващо заседание</translation>
    </message>
</context>
<context>
    <name>HiddenPage</name>
    <message>
        <source>Move to the other screen</source>
        <translation>Премести на другия екран</translation>
    </message>
    <message>
        <source>There is no hall any more: show the window here</source>
        <translation>Вече няма зала: покажи прозореца тук</translation>
    </message>
    <message>
        <source>Hidden: this is the screen of the hall</source>
        <translation>Скрито: това е екранът за залата</translation>
    </message>
    <message>
        <source>The members would read along. Drag the window to the laptop&apos;s own screen.</source>
        <translation>Членовете биха четли. Преместете прозореца на екрана на лаптопа.</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Home</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>Търсене в случаите</translation>
    </message>
    <message>
        <source>search</source>
        <translation>търсене</translation>
    </message>
    <message>
        <source>Good day, {name}</source>
        <translation>Добър ден, {name}</translation>
    </message>
    <message>
        <source>Good day</source>
        <translation>Добър ден</translation>
    </message>
</context>
<context>
    <name>IdentityFields</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>As in the document</source>
        <translation>Както е в документа</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Връзка</translation>
    </message>
</context>
<context>
    <name>InboxCard</name>
    <message>
        <source>To take up</source>
        <translation>За вписване</translation>
    </message>
    <message>
        <source>things to take up</source>
        <translation>неща за вписване</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Нищо не чака.</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>от {day}</translation>
    </message>
    <message>
        <source>Minutes of session</source>
        <translation>Протокол от заседание</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>не е съставен</translation>
    </message>
    <message>
        <source>was due on {day}</source>
        <translation>срокът беше {day}</translation>
    </message>
    <message>
        <source>new cases</source>
        <translation>нови случаи</translation>
    </message>
    <message>
        <source>sessions whose day has passed</source>
        <translation>заседания с минала дата</translation>
    </message>
    <message>
        <source>waiting for an agenda</source>
        <translation>чакат дневен ред</translation>
    </message>
    <message>
        <source>checks after closing</source>
        <translation>проверки след закриване</translation>
    </message>
</context>
<context>
    <name>InboxList</name>
    <message>
        <source>Inbox</source>
        <translation>Входящи</translation>
    </message>
    <message>
        <source>waits since {date}</source>
        <translation>чака от {date}</translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Inbox</source>
        <translation>Входящи</translation>
    </message>
    <message>
        <source>What is put on the agenda leaves the inbox.</source>
        <translation>Поставеното в дневния ред напуска входящите.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Нищо не чака.</translation>
    </message>
    <message>
        <source>Type a topic and press Enter</source>
        <translation>Въведете тема и натиснете Enter</translation>
    </message>
    <message>
        <source>A new topic for the inbox</source>
        <translation>Нова тема за входящите</translation>
    </message>
    <message>
        <source>onto the agenda</source>
        <translation>в дневния ред</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>отпада</translation>
    </message>
    <message>
        <source>It is on the agenda</source>
        <translation>Добавено е в дневния ред</translation>
    </message>
    <message>
        <source>It no longer waits</source>
        <translation>Вече не чака</translation>
    </message>
</context>
<context>
    <name>InboxScreen</name>
    <message>
        <source>Inbox</source>
        <translation>Входящи</translation>
    </message>
    <message>
        <source>To the next agenda</source>
        <translation>Към следващия дневен ред</translation>
    </message>
    <message>
        <source>A topic for a session: type it and press Enter</source>
        <translation>Тема за заседание: въведете я и натиснете Enter</translation>
    </message>
    <message>
        <source>A topic for a session</source>
        <translation>Тема за заседание</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Нищо не чака</translation>
    </message>
    <message>
        <source>Cases and tasks come here with Ctrl+I, topics by the line above.</source>
        <translation>Случаи и задачи идват тук с Ctrl+I, теми – от реда горе.</translation>
    </message>
    <message>
        <source>onto the next agenda</source>
        <translation>в следващия дневен ред</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>отпада</translation>
    </message>
    <message>
        <source>drop it</source>
        <translation>отпада</translation>
    </message>
    <message>
        <source>No agenda is being built</source>
        <translation>В момента не се подготвя заседание</translation>
    </message>
    <message>
        <source>The next agenda is that of session № {n}</source>
        <translation>Следващият дневен ред е на заседание № {n}</translation>
    </message>
    <message>
        <source>First prepare a session; it takes what waits here.</source>
        <translation>Първо подгответе заседание; то поема чакащото тук.</translation>
    </message>
    <message>
        <source>It is on the agenda</source>
        <translation>Добавено е в дневния ред</translation>
    </message>
    <message>
        <source>It no longer waits</source>
        <translation>Вече не чака</translation>
    </message>
</context>
<context>
    <name>IndividualFields</name>
    <message>
        <source>First name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Бащино име</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Пол</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Дата на раждане</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Година на раждане</translation>
    </message>
    <message>
        <source>Already in the register:</source>
        <translation>Вече е в регистъра:</translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation>Същото лице е</translation>
    </message>
    <message>
        <source>from the register</source>
        <translation>от регистъра</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Не е същото лице</translation>
    </message>
</context>
<context>
    <name>InstitutionFields</name>
    <message>
        <source>Choose the kind</source>
        <translation>Изберете вид</translation>
    </message>
    <message>
        <source>none</source>
        <translation>няма</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Choose the kind.</source>
        <translation>Изберете вида.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Пълно наименование</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>Въведете име.</translation>
    </message>
    <message>
        <source>As it stands in the papers</source>
        <translation>Както стои в документите</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Кратко име</translation>
    </message>
    <message>
        <source>For lists and the roll call</source>
        <translation>За списъци и присъствие</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Община</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Ел. поща</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Ръководител</translation>
    </message>
    <message>
        <source>EIK</source>
        <translation>ЕИК</translation>
    </message>
</context>
<context>
    <name>InstitutionForm</name>
    <message>
        <source>New institution</source>
        <translation>Нова институция</translation>
    </message>
    <message>
        <source>The institution is saved</source>
        <translation>Институцията е запазена</translation>
    </message>
</context>
<context>
    <name>InstitutionsCard</name>
    <message>
        <source>Name, kind or municipality</source>
        <translation>Име, вид или община</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Институция</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Община</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Връзка</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Хора</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>Институции</translation>
    </message>
    <message>
        <source>Institutions: {count}</source>
        <translation>Институции: {count}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} от {count}</translation>
    </message>
    <message>
        <source>works</source>
        <translation>действа</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>не участва</translation>
    </message>
</context>
<context>
    <name>ItemActs</name>
    <message>
        <source>The line is removed</source>
        <translation>Редът е изтрит</translation>
    </message>
    <message>
        <source>Decision № {number} is adopted</source>
        <translation>Решение № {number} е прието</translation>
    </message>
    <message>
        <source>The decision is not adopted</source>
        <translation>Решението не е прието</translation>
    </message>
    <message>
        <source>Write the ground</source>
        <translation>Посочи основание</translation>
    </message>
</context>
<context>
    <name>ItemDesk</name>
    <message>
        <source>Session № {number}, version {n}</source>
        <translation>Заседание № {number}, версия {n}</translation>
    </message>
    <message>
        <source>Item {n}</source>
        <translation>Точка {n}</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Agenda item</source>
        <translation>Точка от дневния ред</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Нова точка</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Запиши</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добави</translation>
    </message>
    <message>
        <source>The same as the title</source>
        <translation>Както заглавието</translation>
    </message>
    <message>
        <source>In the closed part</source>
        <translation>В закритата част</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заглавие</translation>
    </message>
    <message>
        <source>Title for the public</source>
        <translation>Публично заглавие</translation>
    </message>
    <message>
        <source>No names of people.</source>
        <translation>Без имена на хора.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Случай</translation>
    </message>
    <message>
        <source>The title is made of the code.</source>
        <translation>Заглавието се образува от кода.</translation>
    </message>
    <message>
        <source>Closed part</source>
        <translation>Закрита част</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Докладва</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минути</translation>
    </message>
    <message>
        <source>Move up (Alt+↑)</source>
        <translation>Нагоре (Alt+↑)</translation>
    </message>
    <message>
        <source>Move down (Alt+↓)</source>
        <translation>Надолу (Alt+↓)</translation>
    </message>
    <message>
        <source>Take out (Delete)</source>
        <translation>Извади (Delete)</translation>
    </message>
    <message>
        <source>Choose the case</source>
        <translation>Изберете случая</translation>
    </message>
    <message>
        <source>no minutes</source>
        <translation>няма протокол</translation>
    </message>
    <message>
        <source>Choose the case.</source>
        <translation>Изберете случая.</translation>
    </message>
    <message>
        <source>Minutes planned</source>
        <translation>Времетраене, мин</translation>
    </message>
    <message>
        <source>Type the title of the item.</source>
        <translation>Въведете заглавието на точката.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Докладва</translation>
    </message>
    <message>
        <source>On the screen in the hall</source>
        <translation>На екрана в залата</translation>
    </message>
    <message>
        <source>Version to adopt</source>
        <translation>Версия за приемане</translation>
    </message>
    <message>
        <source>Proposed decision (for the coordinator only)</source>
        <translation>Предложение за решение (само за координатора)</translation>
    </message>
    <message>
        <source>Add to the agenda</source>
        <translation>Добави в дневния ред</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Откажи</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>още никой</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Нова точка</translation>
    </message>
    <message>
        <source>The title of a case makes itself; no free text.</source>
        <translation>Заглавието на случай се образува само; свободен текст не се допуска.</translation>
    </message>
    <message>
        <source>as the title</source>
        <translation>като заглавието</translation>
    </message>
</context>
<context>
    <name>ItemMenu</name>
    <message>
        <source>Change the item …</source>
        <translation>Промени точката …</translation>
    </message>
    <message>
        <source>Finish the item</source>
        <translation>Приключи точката</translation>
    </message>
    <message>
        <source>Postpone …</source>
        <translation>Отложи …</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>Оттегли …</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Върни точката</translation>
    </message>
    <message>
        <source>Included without objections</source>
        <translation>Включена без възражения</translation>
    </message>
    <message>
        <source>Checklist of the principles …</source>
        <translation>Контролен лист по принципите …</translation>
    </message>
    <message>
        <source>Support promised …</source>
        <translation>Обещана подкрепа …</translation>
    </message>
    <message>
        <source>Change of membership …</source>
        <translation>Промяна в състава …</translation>
    </message>
    <message>
        <source>Next session …</source>
        <translation>Следващо заседание …</translation>
    </message>
    <message>
        <source>This item</source>
        <translation>Тази точка</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message>
        <source>Closed part</source>
        <translation>Закрита част</translation>
    </message>
    <message>
        <source>Take it up</source>
        <translation>Започни точката</translation>
    </message>
    <message>
        <source>More about this item</source>
        <translation>Още за тази точка</translation>
    </message>
    <message>
        <source>The agenda is empty</source>
        <translation>Дневният ред е празен</translation>
    </message>
    <message>
        <source>Add the first item with Insert.</source>
        <translation>Добавете първата точка с Insert.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Отвори отново</translation>
    </message>
    <message>
        <source>Item {n} of {total}</source>
        <translation>Точка {n} от {total}</translation>
    </message>
    <message>
        <source>reported by {who}</source>
        <translation>докладва {who}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>от {time}</translation>
    </message>
    <message>
        <source>recused: {names}</source>
        <translation>отвод: {names}</translation>
    </message>
</context>
<context>
    <name>ItemPeople</name>
    <message>
        <source>In the room during this item</source>
        <translation>В залата по тази точка</translation>
    </message>
    <message>
        <source>People: {n}. Derived from arrivals and departures.</source>
        <translation>Хора: {n}. По отбелязаните идвания и тръгвания.</translation>
    </message>
    <message>
        <source>By institution</source>
        <translation>По институции</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Close the keys</source>
        <translation>Затвори клавишите</translation>
    </message>
    <message>
        <source>Keys here</source>
        <translation>Клавиши тук</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>open · break · resume</source>
        <translation>открий · почивка · продължи</translation>
    </message>
    <message>
        <source>roll call: number and sign, Ctrl+Enter the rest</source>
        <translation>присъствие: номер и знак, Ctrl+Enter за останалите</translation>
    </message>
    <message>
        <source>discussion: Enter adds the line</source>
        <translation>обсъждане: Enter добавя реда</translation>
    </message>
    <message>
        <source>decision; Ctrl+Enter adopts without objections</source>
        <translation>решение; Ctrl+Enter приема без възражения</translation>
    </message>
    <message>
        <source>what was reported, as one text</source>
        <translation>докладвано, като един текст</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>предложение</translation>
    </message>
    <message>
        <source>task: text @institution !+14; again a commitment</source>
        <translation>задача: текст @институция !+14; още веднъж – ангажимент</translation>
    </message>
    <message>
        <source>vote: 12-0-1; again by name, again secret</source>
        <translation>гласуване: 12-0-1; втори път поименно, трети – тайно</translation>
    </message>
    <message>
        <source>one vote for several items</source>
        <translation>едно гласуване за няколко точки</translation>
    </message>
    <message>
        <source>checklist of the principles</source>
        <translation>контролен лист по принципите</translation>
    </message>
    <message>
        <source>close the session</source>
        <translation>закрий заседанието</translation>
    </message>
    <message>
        <source>next item</source>
        <translation>следваща точка</translation>
    </message>
    <message>
        <source>item before</source>
        <translation>предишна точка</translation>
    </message>
    <message>
        <source>add an item</source>
        <translation>нова точка</translation>
    </message>
</context>
<context>
    <name>KeyTest</name>
    <message>
        <source>Keys that are shown</source>
        <translation>Показвани клавиши</translation>
    </message>
    <message>
        <source>Try F12</source>
        <translation>Пробвай F12</translation>
    </message>
    <message>
        <source>Some laptops send volume or brightness from the upper row. Try F12; if nothing arrives, let the keys be shown as Ctrl+1 … Ctrl+9, and Ctrl+0 or Pause for F12.</source>
        <translation>Горният ред на някои лаптопи променя звука и яркостта. Пробвайте F12; ако не пристигне, изберете да се показват Ctrl+1 … Ctrl+9, а за F12 – Ctrl+0 или Pause.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>F12 arrives: the function keys work.</source>
        <translation>F12 пристига: функционалните клавиши работят.</translation>
    </message>
    <message>
        <source>Another key arrived, not F12. Let the Ctrl keys be shown.</source>
        <translation>Пристигна друг клавиш, не F12. Изберете да се показват клавишите с Ctrl.</translation>
    </message>
    <message>
        <source>Press F12 now. Nothing happens? Then let the Ctrl keys be shown.</source>
        <translation>Натиснете F12. Нищо не се случва? Тогава изберете да се показват клавишите с Ctrl.</translation>
    </message>
</context>
<context>
    <name>KeyboardHint</name>
    <message>
        <source>Keyboard: {layout}</source>
        <translation>Клавиатура: {layout}</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock е включен</translation>
    </message>
    <message>
        <source>Caps Lock off</source>
        <translation>Caps Lock изключен</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>As the system</source>
        <translation>Като системата</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светла</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тъмна</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер на текста</translation>
    </message>
    <message>
        <source>Lock after so many minutes without keys and mouse</source>
        <translation>Заключване след толкова минути без клавиши и мишка</translation>
    </message>
    <message>
        <source>From 3 to 60. While a session is open it never locks by itself; „Lock“ and the lid always work.</source>
        <translation>От 3 до 60. При открито заседание не се заключва само; „Заключи“ и затварянето на капака действат винаги.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Изглед</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Заключване</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This is not part of a rehearsal.</source>
        <translation>Това не е част от учебното заседание.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Записва се …</translation>
    </message>
    <message>
        <source>What you typed last could not be saved. It is lost if you go on.</source>
        <translation>Последното, което написахте, не можа да се запише. Ако продължите, то се губи.</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Продължи без него</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заключи</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Записано {time}</translation>
    </message>
    <message>
        <source>Saving takes long …</source>
        <translation>Записването се бави …</translation>
    </message>
    <message>
        <source>NOT SAVED</source>
        <translation>НЕ Е ЗАПИСАНО</translation>
    </message>
    <message>
        <source>What you type is kept here and is tried again by itself.</source>
        <translation>Написаното се пази тук и записът се опитва отново сам.</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всичко е записано</translation>
    </message>
    <message>
        <source>Encrypted on this computer</source>
        <translation>Шифровано на този компютър</translation>
    </message>
    <message>
        <source>No screen in the hall</source>
        <translation>Няма екран за зала</translation>
    </message>
    <message>
        <source>F1 – keys</source>
        <translation>F1 – клавиши</translation>
    </message>
</context>
<context>
    <name>MajorityFields</name>
    <message>
        <source>Another majority for a kind of decision</source>
        <translation>Друго мнозинство за вид решение</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>както по-горе</translation>
    </message>
    <message>
        <source>Example: {voters} vote – {yes} for, {no} against, {held} abstained.</source>
        <translation>Пример: гласуват {voters} – {yes} „за“, {no} „против“, {held} „въздържали се“.</translation>
    </message>
    <message>
        <source>Abstentions do not count.</source>
        <translation>Въздържалите се не се броят.</translation>
    </message>
    <message>
        <source>Abstentions stay in the base ({base}).</source>
        <translation>Въздържалите се остават в основата ({base}).</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>приема се</translation>
    </message>
    <message>
        <source>not adopted</source>
        <translation>не се приема</translation>
    </message>
    <message>
        <source>Needed: {needed} for; there are {n} – {result}.</source>
        <translation>Нужни са {needed} „за“; има {n} – {result}.</translation>
    </message>
</context>
<context>
    <name>MechanismFields</name>
    <message>
        <source>Level</source>
        <translation>Ниво</translation>
    </message>
    <message>
        <source>Choose a municipality</source>
        <translation>Изберете община</translation>
    </message>
    <message>
        <source>made from level and place</source>
        <translation>съставя се от нивото и мястото</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Община</translation>
    </message>
    <message>
        <source>Choose the municipality.</source>
        <translation>Изберете общината.</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Учреден на</translation>
    </message>
    <message>
        <source>Type the day of the foundation.</source>
        <translation>Въведете датата на учредяване.</translation>
    </message>
    <message>
        <source>Sessions are numbered from the foundation.</source>
        <translation>Заседанията се броят от учредяването.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>First session on</source>
        <translation>Първо заседание на</translation>
    </message>
    <message>
        <source>Founding act</source>
        <translation>Учредителен акт</translation>
    </message>
    <message>
        <source>Order or memorandum, number and date</source>
        <translation>Заповед или меморандум, № и дата</translation>
    </message>
    <message>
        <source>Seats planned</source>
        <translation>Предвидени места</translation>
    </message>
    <message>
        <source>Number of the first session here</source>
        <translation>Първо заседание тук – №</translation>
    </message>
    <message>
        <source>Address of the seat</source>
        <translation>Адрес на седалището</translation>
    </message>
    <message>
        <source>As it stands in the head of the papers</source>
        <translation>Както стои в заглавието на документите</translation>
    </message>
    <message>
        <source>Controller of personal data</source>
        <translation>Администратор на лични данни</translation>
    </message>
    <message>
        <source>Who answers for the personal data: district administration or HHC</source>
        <translation>Кой отговаря за личните данни: областната администрация или НДД</translation>
    </message>
    <message>
        <source>Data protection contact</source>
        <translation>Длъжностно лице по защита на данните</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
</context>
<context>
    <name>MechanismPage</name>
    <message>
        <source>Save the mechanism</source>
        <translation>Запази механизма</translation>
    </message>
    <message>
        <source>the papers need more</source>
        <translation>документите искат още</translation>
    </message>
    <message>
        <source>The mechanism is saved</source>
        <translation>Механизмът е запазен</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>number and sign</source>
        <translation>номер и знак</translation>
    </message>
    <message>
        <source>Number and sign</source>
        <translation>Номер и знак</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Членове</translation>
    </message>
    <message>
        <source>who comes instead</source>
        <translation>кой идва вместо члена</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Заместник</translation>
    </message>
    <message>
        <source>reason, if one was given</source>
        <translation>причина, ако е казана</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Какво е изпратено</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Изпратено на</translation>
    </message>
    <message>
        <source>All the others</source>
        <translation>За всички останали</translation>
    </message>
    <message>
        <source>Sent:</source>
        <translation>Изпратено:</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>Въведете деня.</translation>
    </message>
    <message>
        <source>Invitations leave {days} when sent by {day}.</source>
        <translation>Поканите оставят {days}, ако са изпратени до {day}.</translation>
    </message>
    <message>
        <source>Noted: {n} of {of}.</source>
        <translation>Отбелязани: {n} от {of}.</translation>
    </message>
    <message>
        <source>Late: {n}.</source>
        <translation>Късно: {n}.</translation>
    </message>
    <message>
        <source>That day is past: what is sent now is late.</source>
        <translation>Този ден мина: изпратеното сега е късно.</translation>
    </message>
    <message>
        <source>There is no member with number {n}.</source>
        <translation>Няма член с номер {n}.</translation>
    </message>
    <message>
        <source>not named yet</source>
        <translation>още не е посочен</translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>Members</source>
        <translation>Членове</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Механизъм</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Хора</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>Институции</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Изглед</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Нов член</translation>
    </message>
    <message>
        <source>new member, official or institution</source>
        <translation>нов член, лице или институция</translation>
    </message>
    <message>
        <source>open the seat, official or institution</source>
        <translation>отваря мястото, лицето или институцията</translation>
    </message>
    <message>
        <source>save the form</source>
        <translation>запазва формата</translation>
    </message>
    <message>
        <source>close the form</source>
        <translation>затваря формата</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Още няма членове</translation>
    </message>
    <message>
        <source>Enter the institutions one by one with their representatives.</source>
        <translation>Въведете институциите една по една с техните представители.</translation>
    </message>
    <message>
        <source>First member</source>
        <translation>Първи член</translation>
    </message>
    <message>
        <source>New official</source>
        <translation>Ново лице</translation>
    </message>
    <message>
        <source>New institution</source>
        <translation>Нова институция</translation>
    </message>
    <message>
        <source>{seats} seats, {filled} filled</source>
        <translation>{seats} места, {filled} заети</translation>
    </message>
    <message>
        <source>{count} associated</source>
        <translation>асоциирани: {count}</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>към {day}</translation>
    </message>
    <message>
        <source>Enter the mechanism</source>
        <translation>Въведете механизма</translation>
    </message>
    <message>
        <source>Nothing is entered yet: begin with the mechanism and its rules</source>
        <translation>Още нищо не е въведено: започнете с механизма и правилника</translation>
    </message>
    <message>
        <source>The mechanism is entered; now its members</source>
        <translation>Механизмът е въведен; сега членовете му</translation>
    </message>
    <message>
        <source>The authorisation ends today</source>
        <translation>Упълномощаването приключва днес</translation>
    </message>
</context>
<context>
    <name>MembershipForm</name>
    <message>
        <source>Change of membership</source>
        <translation>Промяна в състава</translation>
    </message>
    <message>
        <source>It takes effect when the decision is adopted.</source>
        <translation>Влиза в сила с приемането на решението.</translation>
    </message>
    <message>
        <source>Put it</source>
        <translation>Внеси</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Член</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Лице</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Институция</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роля</translation>
    </message>
    <message>
        <source>Appointed by</source>
        <translation>Определен с</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Какво се променя</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>Type the first day.</source>
        <translation>Въведете първия ден.</translation>
    </message>
    <message>
        <source>The first day of the change.</source>
        <translation>Първият ден на промяната.</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close the message</source>
        <translation>Затвори съобщението</translation>
    </message>
</context>
<context>
    <name>MessagesForm</name>
    <message>
        <source>Messages for the hall</source>
        <translation>Съобщения за залата</translation>
    </message>
    <message>
        <source>No names: everybody reads them.</source>
        <translation>Без имена: четат ги всички.</translation>
    </message>
    <message>
        <source>Message {n}</source>
        <translation>Съобщение {n}</translation>
    </message>
    <message>
        <source>The messages are written</source>
        <translation>Съобщенията са записани</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>What is missing</source>
        <translation>Какво липсва</translation>
    </message>
    <message>
        <source>Nothing: the file is complete.</source>
        <translation>Нищо: досието е пълно.</translation>
    </message>
</context>
<context>
    <name>NationalSessionsScreen</name>
    <message>
        <source>Sessions</source>
        <translation>Заседания</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Област</translation>
    </message>
    <message>
        <source>As the districts handed them over; no names.</source>
        <translation>Както областите са ги предали; без имена.</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Още няма заседания</translation>
    </message>
    <message>
        <source>They come with the files of the districts.</source>
        <translation>Те идват с файловете на областите.</translation>
    </message>
    <message>
        <source>Take a file …</source>
        <translation>Приеми файл …</translation>
    </message>
    <message>
        <source>All districts</source>
        <translation>Всички области</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Заседание</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Присъствали</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Решения</translation>
    </message>
    <message>
        <source>{kind} · entered later</source>
        <translation>{kind} · въведено по-късно</translation>
    </message>
</context>
<context>
    <name>NewCaseScreen</name>
    <message>
        <source>New case</source>
        <translation>Нов случай</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Механизъм</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Откажи</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Открий случая</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>открива случая</translation>
    </message>
    <message>
        <source>one more child</source>
        <translation>още едно дете</translation>
    </message>
    <message>
        <source>one more family member</source>
        <translation>още един член на семейството</translation>
    </message>
    <message>
        <source>back to the list; what was typed stays</source>
        <translation>обратно към списъка; написаното остава</translation>
    </message>
    <message>
        <source>The code is given when the case is opened</source>
        <translation>Кодът се дава при откриването</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Дете</translation>
    </message>
    <message>
        <source>Family member</source>
        <translation>Член на семейството</translation>
    </message>
    <message>
        <source>The case is opened</source>
        <translation>Случаят е открит</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Провери отново</translation>
    </message>
    <message>
        <source>Open all the same</source>
        <translation>Открий въпреки това</translation>
    </message>
    <message>
        <source>The situation</source>
        <translation>Положението</translation>
    </message>
    <message>
        <source>Children and family</source>
        <translation>Деца и семейство</translation>
    </message>
    <message>
        <source>Take this person out</source>
        <translation>Махни това лице</translation>
    </message>
    <message>
        <source>Child {number}</source>
        <translation>Дете {number}</translation>
    </message>
</context>
<context>
    <name>NewDateForm</name>
    <message>
        <source>A new session</source>
        <translation>Ново заседание</translation>
    </message>
    <message>
        <source>It did not take place</source>
        <translation>Не се състоя</translation>
    </message>
    <message>
        <source>The items are carried over, the cases stay open. The new session is convened at once; its letters are the next thing to send.</source>
        <translation>Точките се пренасят, случаите остават открити. Новото заседание се свиква веднага; следват поканите за него.</translation>
    </message>
    <message>
        <source>Call the new session</source>
        <translation>Свикай новото заседание</translation>
    </message>
    <message>
        <source>The new session is called; print its letters</source>
        <translation>Новото заседание е свикано; отпечатайте поканите</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ден</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>Въведете деня.</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Type the hour.</source>
        <translation>Въведете часа.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Място</translation>
    </message>
    <message>
        <source>Printed in the statement; may stay empty.</source>
        <translation>Отпечатва се в констативния протокол; може да остане празно.</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>Обстоятелства</translation>
    </message>
</context>
<context>
    <name>NewMemberForm</name>
    <message>
        <source>New member</source>
        <translation>Нов член</translation>
    </message>
    <message>
        <source>The member is entered</source>
        <translation>Членът е въведен</translation>
    </message>
    <message>
        <source>New institution …</source>
        <translation>Нова институция …</translation>
    </message>
    <message>
        <source>not in the list yet</source>
        <translation>още не е в списъка</translation>
    </message>
    <message>
        <source>Choose or enter anew</source>
        <translation>Изберете или въведете</translation>
    </message>
    <message>
        <source>next free</source>
        <translation>следващото свободно</translation>
    </message>
    <message>
        <source>as the rules say</source>
        <translation>по правилника</translation>
    </message>
    <message>
        <source>with a vote</source>
        <translation>с право на глас</translation>
    </message>
    <message>
        <source>without a vote</source>
        <translation>без право на глас</translation>
    </message>
    <message>
        <source>Take the one in the list</source>
        <translation>Вземи лицето от списъка</translation>
    </message>
    <message>
        <source>Choose an institution or enter a new one.</source>
        <translation>Изберете институция или въведете нова.</translation>
    </message>
    <message>
        <source>Seat number</source>
        <translation>Място №</translation>
    </message>
    <message>
        <source>Why it differs from the rules</source>
        <translation>Защо се отклонява от правилника</translation>
    </message>
    <message>
        <source>Say why the vote differs from the rules.</source>
        <translation>Посочете защо гласът се отклонява от правилника.</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Институция</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Лице</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Членство</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Качество</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>От дата</translation>
    </message>
    <message>
        <source>Type the first day.</source>
        <translation>Въведете първия ден.</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Гласуване</translation>
    </message>
    <message>
        <source>Appointed by</source>
        <translation>Определен с</translation>
    </message>
    <message>
        <source>Letter or order, number and date</source>
        <translation>Писмо или заповед, № и дата</translation>
    </message>
    <message>
        <source>New person …</source>
        <translation>Ново лице …</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Use it</source>
        <translation>Използвай</translation>
    </message>
    <message>
        <source>Offer other words</source>
        <translation>Предложи други думи</translation>
    </message>
    <message>
        <source>Five words, easy to keep</source>
        <translation>Пет думи, лесни за помнене</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парола</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Още веднъж</translation>
    </message>
    <message>
        <source>Too easy to guess. Take the five words or make it longer.</source>
        <translation>Лесна е за налучкване. Вземете петте думи или я удължете.</translation>
    </message>
    <message>
        <source>The two do not match.</source>
        <translation>Двете не съвпадат.</translation>
    </message>
    <message>
        <source>At least 50 bits: four words of your own, or the five offered</source>
        <translation>Дълга, от няколко думи – или предложените пет</translation>
    </message>
    <message>
        <source>Weak: minutes to guess</source>
        <translation>Слаба: налучква се за минути</translation>
    </message>
    <message>
        <source>Fair, but not enough yet</source>
        <translation>Средна, още не е достатъчна</translation>
    </message>
    <message>
        <source>Strong: guessing would take centuries</source>
        <translation>Силна: налучкването би отнело векове</translation>
    </message>
    <message>
        <source>Very strong: guessing would take centuries</source>
        <translation>Много силна: налучкването би отнело векове</translation>
    </message>
</context>
<context>
    <name>NextSessionCard</name>
    <message>
        <source>To the room</source>
        <translation>Към залата</translation>
    </message>
    <message>
        <source>Go on preparing</source>
        <translation>Продължи подготовката</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>още няма място</translation>
    </message>
    <message>
        <source>{ready} of {all}</source>
        <translation>{ready} от {all}</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Готовност</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Ново заседание</translation>
    </message>
    <message>
        <source>No session is ahead</source>
        <translation>Няма предстоящо заседание</translation>
    </message>
    <message>
        <source>Prepare the next one; what was left over goes on its agenda by itself.</source>
        <translation>Подгответе следващото; отложеното влиза само в дневния му ред.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>днес</translation>
    </message>
    <message>
        <source>in {days}</source>
        <translation>след {days}</translation>
    </message>
</context>
<context>
    <name>NextSessionForm</name>
    <message>
        <source>Next session</source>
        <translation>Следващо заседание</translation>
    </message>
    <message>
        <source>The next session is set</source>
        <translation>Следващото заседание е насрочено</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
</context>
<context>
    <name>NotSentCard</name>
    <message>
        <source>Not handed over</source>
        <translation>Непредадено</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>промени</translation>
    </message>
    <message>
        <source>This laptop is not introduced to the national team yet.</source>
        <translation>Лаптопът още не е представен на националния екип.</translation>
    </message>
    <message>
        <source>changes wait for a file to the national team</source>
        <translation>промени чакат файл за националния екип</translation>
    </message>
    <message>
        <source>The national team has everything.</source>
        <translation>Всичко е предадено на националния екип.</translation>
    </message>
    <message>
        <source>Handed over on {day}</source>
        <translation>Предадено на {day}</translation>
    </message>
    <message>
        <source>{sent}, received on {day}</source>
        <translation>{sent}, получено на {day}</translation>
    </message>
    <message>
        <source>Prepare a file</source>
        <translation>Подготви файл</translation>
    </message>
    <message>
        <source>Introduce it</source>
        <translation>Представи го</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>or type it</source>
        <translation>или я напишете</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>leaves the hall</source>
        <translation>напуска залата</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Затваряне (Esc)</translation>
    </message>
    <message>
        <source>{n} {name}:</source>
        <translation>{n} {name}:</translation>
    </message>
    <message>
        <source>The sign / again takes the next reason.</source>
        <translation>Знакът / отново дава следващата причина.</translation>
    </message>
    <message>
        <source>{n} {name}: why recused?</source>
        <translation>{n} {name}: отвод, защо?</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>Type a whole number from {low} to {high}.</source>
        <translation>Въведете цяло число от {low} до {high}.</translation>
    </message>
</context>
<context>
    <name>OverdueCard</name>
    <message>
        <source>Overdue tasks</source>
        <translation>Просрочени задачи</translation>
    </message>
    <message>
        <source>overdue tasks</source>
        <translation>просрочени задачи</translation>
    </message>
    <message>
        <source>No task is late.</source>
        <translation>Няма просрочена задача.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никой</translation>
    </message>
</context>
<context>
    <name>OverrideForm</name>
    <message>
        <source>Another result of the vote</source>
        <translation>Друг изход от гласуването</translation>
    </message>
    <message>
        <source>Enter this result</source>
        <translation>Запиши този изход</translation>
    </message>
    <message>
        <source>Entered with its reason</source>
        <translation>Записано с причината</translation>
    </message>
    <message>
        <source>Votes: for, against, abstained</source>
        <translation>Гласове: за, против, въздържали се</translation>
    </message>
    <message>
        <source>By the rules</source>
        <translation>По правилника</translation>
    </message>
    <message>
        <source>What is entered</source>
        <translation>Какво се записва</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Защо</translation>
    </message>
    <message>
        <source>The minutes print what the rules give, and this reason.</source>
        <translation>Протоколът отпечатва изхода по правилника и тази причина.</translation>
    </message>
    <message>
        <source>Say why the result is another.</source>
        <translation>Посочете защо изходът е друг.</translation>
    </message>
    <message>
        <source>Cannot be entered</source>
        <translation>Не може да се запише</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What is to be done?</source>
        <translation>Какво да се направи?</translation>
    </message>
    <message>
        <source>Command by name</source>
        <translation>Команда по име</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <source>No command has such a name.</source>
        <translation>Няма команда с такова име.</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Invitation</source>
        <translation>Покана</translation>
    </message>
    <message>
        <source>Attendance sheet</source>
        <translation>Присъствен списък</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Kit for the hall</source>
        <translation>Комплект за залата</translation>
    </message>
    <message>
        <source>Voting slips</source>
        <translation>Бюлетини за гласуване</translation>
    </message>
    <message>
        <source>List of addressees</source>
        <translation>Списък на адресатите</translation>
    </message>
    <message>
        <source>Statement of no quorum</source>
        <translation>Констативен протокол</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>Календарен файл</translation>
    </message>
    <message>
        <source>public</source>
        <translation>публичен</translation>
    </message>
    <message>
        <source>full</source>
        <translation>пълен</translation>
    </message>
    <message>
        <source>{kind}, {edition}</source>
        <translation>{kind}, {edition}</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Papers</source>
        <translation>Книжа</translation>
    </message>
    <message>
        <source>Letters of invitation</source>
        <translation>Покани</translation>
    </message>
    <message>
        <source>one per member</source>
        <translation>по една за всеки член</translation>
    </message>
    <message>
        <source>List of addressees</source>
        <translation>Списък на адресатите</translation>
    </message>
    <message>
        <source>with the log</source>
        <translation>с отбелязаното изпращане</translation>
    </message>
    <message>
        <source>Kit for the hall</source>
        <translation>Комплект за залата</translation>
    </message>
    <message>
        <source>agenda, sheet, voting slips, form for the minutes</source>
        <translation>дневен ред, присъствен списък, бюлетини, бланка за протокол</translation>
    </message>
    <message>
        <source>Statement of no quorum</source>
        <translation>Констативен протокол</translation>
    </message>
    <message>
        <source>to be signed</source>
        <translation>за подпис</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>Календарен файл</translation>
    </message>
    <message>
        <source>for the members&apos; calendars</source>
        <translation>за календарите на членовете</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Календар (*.ics)</translation>
    </message>
    <message>
        <source>Save: {paper}</source>
        <translation>Запази: {paper}</translation>
    </message>
    <message>
        <source>Print: {paper}</source>
        <translation>Отпечатай: {paper}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Where does the file go?</source>
        <translation>Къде да се запише файлът?</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another place.</source>
        <translation>Файлът не може да се запише там. Изберете друго място.</translation>
    </message>
    <message>
        <source>{name} is saved</source>
        <translation>{name} е записан</translation>
    </message>
    <message>
        <source>Paper of a session</source>
        <translation>Документ за заседание</translation>
    </message>
    <message>
        <source>Handed to the printer {name}</source>
        <translation>Предадено на принтера {name}</translation>
    </message>
</context>
<context>
    <name>PapersScreen</name>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Поправи</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печат</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Запиши като …</translation>
    </message>
    <message>
        <source>print</source>
        <translation>печат</translation>
    </message>
    <message>
        <source>save as a file</source>
        <translation>запис във файл</translation>
    </message>
    <message>
        <source>a page back or on</source>
        <translation>страница назад или напред</translation>
    </message>
    <message>
        <source>fit the width; Ctrl++ and Ctrl+- zoom</source>
        <translation>по ширина; Ctrl++ и Ctrl+- мащаб</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Издание</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Преглед</translation>
    </message>
    <message>
        <source>Page before (Page Up)</source>
        <translation>Предишна страница (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Следваща страница (Page Down)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>По-едро (Ctrl++)</translation>
    </message>
    <message>
        <source>The paper is not drawn</source>
        <translation>Документът не е съставен</translation>
    </message>
    <message>
        <source>It would carry a name or a number of the case register. Mend the places.</source>
        <translation>В него щеше да има име или номер на човек от случаите. Поправете местата.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Заседание</translation>
    </message>
    <message>
        <source>The paper cannot leave while they stand.</source>
        <translation>Документът не може да излезе, докато те стоят.</translation>
    </message>
    <message>
        <source>No papers yet</source>
        <translation>Още няма документи</translation>
    </message>
    <message>
        <source>Papers are made from a session: invitation, attendance sheet, minutes.</source>
        <translation>Документите се съставят от заседание: покана, присъствен списък, протокол.</translation>
    </message>
    <message>
        <source>To the sessions</source>
        <translation>Към заседанията</translation>
    </message>
    <message>
        <source>Where does the paper go?</source>
        <translation>Къде да се запише документът?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Paper of a session</source>
        <translation>Документ от заседание</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another place.</source>
        <translation>Файлът не може да се запише там. Изберете друго място.</translation>
    </message>
    <message>
        <source>{name} is saved</source>
        <translation>{name} е записан</translation>
    </message>
    <message>
        <source>Handed to the printer {name}</source>
        <translation>Предаден на принтера {name}</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>версия {n}</translation>
    </message>
    <message>
        <source>To the room</source>
        <translation>Към залата</translation>
    </message>
    <message>
        <source>Statement and new date</source>
        <translation>Констативен протокол и нова дата</translation>
    </message>
    <message>
        <source>To the preparation</source>
        <translation>Към подготовката</translation>
    </message>
    <message>
        <source>{page} of {count}</source>
        <translation>{page} от {count}</translation>
    </message>
</context>
<context>
    <name>PassphraseEdit</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Покажи паролата</translation>
    </message>
</context>
<context>
    <name>PdfPanel</name>
    <message>
        <source>Save a copy …</source>
        <translation>Запази копие …</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Drawing the page …</source>
        <translation>Страницата се рисува …</translation>
    </message>
</context>
<context>
    <name>PeerCard</name>
    <message>
        <source>Write the receipt …</source>
        <translation>Запиши разписка …</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Name, post or institution</source>
        <translation>Име, длъжност или институция</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Длъжност</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Институция</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Качество</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Връзка</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Декларация</translation>
    </message>
    <message>
        <source>Officials</source>
        <translation>Лица</translation>
    </message>
    <message>
        <source>Officials: {count}</source>
        <translation>Лица: {count}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} от {count}</translation>
    </message>
    <message>
        <source>no membership now</source>
        <translation>няма членство сега</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>не е подписана</translation>
    </message>
    <message>
        <source>People and family</source>
        <translation>Хора и семейство</translation>
    </message>
    <message>
        <source>Nobody is entered yet.</source>
        <translation>Още никой не е въведен.</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Дете</translation>
    </message>
    <message>
        <source>Family member</source>
        <translation>Член на семейството</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>очаквано</translation>
    </message>
    <message>
        <source>about {years} y.</source>
        <translation>около {years} г.</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>починал(а)</translation>
    </message>
    <message>
        <source>lives apart</source>
        <translation>живее отделно</translation>
    </message>
    <message>
        <source>{what} on {day}</source>
        <translation>{what} на {day}</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Съгласие</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>Сезиран от</translation>
    </message>
    <message>
        <source>Works on it</source>
        <translation>Работи</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Mrs</source>
        <translation>г-жа</translation>
    </message>
    <message>
        <source>Mr</source>
        <translation>г-н</translation>
    </message>
    <message>
        <source>Choose an institution</source>
        <translation>Изберете институция</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>Въведете име.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Бащино име</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Обръщение</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заглавие</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Длъжност</translation>
    </message>
    <message>
        <source>Type the post.</source>
        <translation>Въведете длъжността.</translation>
    </message>
    <message>
        <source>Choose the institution.</source>
        <translation>Изберете институцията.</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Институция</translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation>Служебен телефон</translation>
    </message>
    <message>
        <source>Work e-mail</source>
        <translation>Служебна поща</translation>
    </message>
    <message>
        <source>Empty while it is not signed.</source>
        <translation>Празно, докато не е подписана.</translation>
    </message>
    <message>
        <source>Confidentiality declaration signed on</source>
        <translation>Декларация за поверителност, подписана на</translation>
    </message>
    <message>
        <source>Usual posts</source>
        <translation>Обичайни длъжности</translation>
    </message>
    <message>
        <source>deputy district governor</source>
        <translation>заместник областен управител</translation>
    </message>
    <message>
        <source>chief secretary</source>
        <translation>главен секретар</translation>
    </message>
    <message>
        <source>deputy mayor</source>
        <translation>заместник-кмет</translation>
    </message>
    <message>
        <source>director</source>
        <translation>директор</translation>
    </message>
    <message>
        <source>head of department</source>
        <translation>началник на отдел</translation>
    </message>
    <message>
        <source>chief expert</source>
        <translation>главен експерт</translation>
    </message>
    <message>
        <source>senior expert</source>
        <translation>старши експерт</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>експерт</translation>
    </message>
    <message>
        <source>social worker</source>
        <translation>социален работник</translation>
    </message>
    <message>
        <source>inspector of the children&apos;s police room</source>
        <translation>инспектор ДПС</translation>
    </message>
    <message>
        <source>psychologist</source>
        <translation>психолог</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>управител</translation>
    </message>
    <message>
        <source>head of service</source>
        <translation>ръководител на услуга</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>New official</source>
        <translation>Ново лице</translation>
    </message>
    <message>
        <source>The official is saved</source>
        <translation>Лицето е запазено</translation>
    </message>
</context>
<context>
    <name>PhrasesPage</name>
    <message>
        <source>Phrase</source>
        <translation>Фраза</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>Нова фраза</translation>
    </message>
    <message>
        <source>Remove the phrase</source>
        <translation>Премахни фразата</translation>
    </message>
    <message>
        <source>The phrase is saved</source>
        <translation>Фразата е записана</translation>
    </message>
    <message>
        <source>The phrase is removed</source>
        <translation>Фразата е премахната</translation>
    </message>
    <message>
        <source>Its first letters after / and Tab</source>
        <translation>Първите ѝ букви след „/“ и Tab</translation>
    </message>
    <message>
        <source>Filled in: {places}</source>
        <translation>Попълват се: {places}</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Фрази</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Дума</translation>
    </message>
    <message>
        <source>Type a word.</source>
        <translation>Въведете дума.</translation>
    </message>
    <message>
        <source>Type the phrase.</source>
        <translation>Въведете фразата.</translation>
    </message>
    <message>
        <source>Offered for (none chosen: all items)</source>
        <translation>Предлага се за (без избор: за всички точки)</translation>
    </message>
    <message>
        <source>own</source>
        <translation>своя</translation>
    </message>
    <message>
        <source>Time of a speaker</source>
        <translation>Време за изказване</translation>
    </message>
    <message>
        <source>Minutes, for example 3 or 2:30</source>
        <translation>В минути, например 3 или 2:30</translation>
    </message>
    <message>
        <source>Save the time</source>
        <translation>Запиши времето</translation>
    </message>
    <message>
        <source>Save the phrase</source>
        <translation>Запиши фразата</translation>
    </message>
    <message>
        <source>Add the phrase</source>
        <translation>Добави фразата</translation>
    </message>
    <message>
        <source>For example: {text}</source>
        <translation>Например: {text}</translation>
    </message>
    <message>
        <source>The time is saved</source>
        <translation>Времето е записано</translation>
    </message>
</context>
<context>
    <name>PlaceNames</name>
    <message>
        <source>Home</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Области</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Заседания</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Случаи</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Членове</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>PledgeForm</name>
    <message>
        <source>Support promised</source>
        <translation>Обещана подкрепа</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добави</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Колко</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Мярка</translation>
    </message>
    <message>
        <source>Amount in euro</source>
        <translation>Сума в евро</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Институция</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Какво</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n случай</numerusform>
            <numerusform>%n случая</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n заседание</numerusform>
            <numerusform>%n заседания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n член</numerusform>
            <numerusform>%n членове</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n задача</numerusform>
            <numerusform>%n задачи</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n дете</numerusform>
            <numerusform>%n деца</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n промяна</numerusform>
            <numerusform>%n промени</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ден</numerusform>
            <numerusform>%n дни</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n работен ден</numerusform>
            <numerusform>%n работни дни</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n минута</numerusform>
            <numerusform>%n минути</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страници</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n секунда</numerusform>
            <numerusform>%n секунди</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translation>
            <numerusform>%n неуспешен опит</numerusform>
            <numerusform>%n неуспешни опита</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agenda item(s)</source>
        <translation>
            <numerusform>%n точка</numerusform>
            <numerusform>%n точки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n запис</numerusform>
            <numerusform>%n записа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n място</numerusform>
            <numerusform>%n места</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n решение</numerusform>
            <numerusform>%n решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that name officials or guests stayed at home.</source>
        <translation>
            <numerusform>%n текст, който назовава участник, остана тук.</numerusform>
            <numerusform>%n текста, които назовават участници, останаха тук.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abstained</source>
        <translation>
            <numerusform>%n въздържал се</numerusform>
            <numerusform>%n въздържали се</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>abstained %n</source>
        <translation>
            <numerusform>въздържал се %n</numerusform>
            <numerusform>въздържали се %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointList</name>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>Preparation</source>
        <translation>Подготовка</translation>
    </message>
    <message>
        <source>The session</source>
        <translation>Заседанието</translation>
    </message>
    <message>
        <source>Invitation (PDF)</source>
        <translation>Покана (PDF)</translation>
    </message>
    <message>
        <source>Convening</source>
        <translation>Свикване</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Още</translation>
    </message>
    <message>
        <source>add an item</source>
        <translation>нова точка</translation>
    </message>
    <message>
        <source>what waits in the inbox</source>
        <translation>какво чака във входящите</translation>
    </message>
    <message>
        <source>add a file to the item</source>
        <translation>файл към точката</translation>
    </message>
    <message>
        <source>add the new item to the agenda</source>
        <translation>добавяне на новата точка в дневния ред</translation>
    </message>
    <message>
        <source>move the item; it can be dragged too</source>
        <translation>премести точката; може и с влачене</translation>
    </message>
    <message>
        <source>take the item out</source>
        <translation>изваждане на точката</translation>
    </message>
    <message>
        <source>The session is convened; its roll is made</source>
        <translation>Заседанието е свикано; присъственият списък е съставен</translation>
    </message>
    <message>
        <source>Convene all the same</source>
        <translation>Свикай въпреки това</translation>
    </message>
    <message>
        <source>The item is on the agenda</source>
        <translation>Точката е в дневния ред</translation>
    </message>
    <message>
        <source>The item is taken out</source>
        <translation>Точката е извадена</translation>
    </message>
    <message>
        <source>Entered later</source>
        <translation>Въведено по-късно</translation>
    </message>
    <message>
        <source>Convene</source>
        <translation>Свикай</translation>
    </message>
    <message>
        <source>Set a new date</source>
        <translation>Насрочи нова дата</translation>
    </message>
    <message>
        <source>To its papers</source>
        <translation>Към документите</translation>
    </message>
    <message>
        <source>To the room</source>
        <translation>Към залата</translation>
    </message>
    <message>
        <source>Convene with a number …</source>
        <translation>Свикай с изходящ номер …</translation>
    </message>
    <message>
        <source>Postpone …</source>
        <translation>Отложи …</translation>
    </message>
    <message>
        <source>Cancel …</source>
        <translation>Отмени …</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Още нищо не е променено</translation>
    </message>
    <message>
        <source>Complete and unaltered</source>
        <translation>Цял и непроменен</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Какво</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ново</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Променено</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>В противоречие</translation>
    </message>
    <message>
        <source>What the file changes</source>
        <translation>Какво променя файлът</translation>
    </message>
    <message>
        <source>A verified backup is kept before the file is taken.</source>
        <translation>Преди приемането се прави проверено резервно копие.</translation>
    </message>
    <message>
        <source>Take the file</source>
        <translation>Приеми файла</translation>
    </message>
    <message>
        <source>Leave the file</source>
        <translation>Откажи файла</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>Преглед на {name}</translation>
    </message>
    <message>
        <source>receipt № {n}</source>
        <translation>разписка №&#xa0;{n}</translation>
    </message>
    <message>
        <source>file № {n}</source>
        <translation>файл №&#xa0;{n}</translation>
    </message>
    <message>
        <source>Signed by {sender}</source>
        <translation>Подписът е на: {sender}</translation>
    </message>
    <message>
        <source>The receipt confirms the files of this store that have arrived.</source>
        <translation>Разписката потвърждава кои файлове на този лаптоп са пристигнали.</translation>
    </message>
    <message>
        <source>Nothing in it is new for this store.</source>
        <translation>В него няма нищо ново за това хранилище.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Locked at {time} · everything is saved</source>
        <translation>Заключено в {time} · всичко е запазено</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Остани тук</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>Отвори друго</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Създай ново</translation>
    </message>
    <message>
        <source>A store is a folder that ends in .dcm; each has its own passphrase.</source>
        <translation>Хранилището е папка, която завършва на .dcm; всяко има своя парола.</translation>
    </message>
    <message>
        <source>Another store</source>
        <translation>Друго хранилище</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>Папка на хранилището</translation>
    </message>
    <message>
        <source>Before this: {tries}.</source>
        <translation>Преди това: {tries}.</translation>
    </message>
    <message>
        <source>There is no recovery sheet yet: a forgotten passphrase loses the data.</source>
        <translation>Още няма лист за възстановяване: забравена парола значи загубени данни.</translation>
    </message>
    <message>
        <source>Make it now</source>
        <translation>Направи го сега</translation>
    </message>
    <message>
        <source>Something went wrong; what you typed is saved.</source>
        <translation>Нещо се обърка – данните са запазени.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копирай отчета</translation>
    </message>
    <message>
        <source>DCM Coordinator</source>
        <translation>ОКМД Координатор</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Proposal</source>
        <translation>Предложение</translation>
    </message>
    <message>
        <source>What is proposed (Shift+F6)</source>
        <translation>Какво се предлага (Shift+F6)</translation>
    </message>
    <message>
        <source>Who proposes</source>
        <translation>Кой предлага</translation>
    </message>
    <message>
        <source>One more proposal</source>
        <translation>Още едно предложение</translation>
    </message>
    <message>
        <source>Enter: this becomes the text of the decision</source>
        <translation>Enter: става текст на решението</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Без вносител</translation>
    </message>
    <message>
        <source>Proposed by: {name}</source>
        <translation>Предлага: {name}</translation>
    </message>
</context>
<context>
    <name>ProposedList</name>
    <message>
        <source>Proposed agenda</source>
        <translation>Предложен дневен ред</translation>
    </message>
    <message>
        <source>Space: take it or leave it</source>
        <translation>Интервал: включи или остави</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>включена</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>оставена</translation>
    </message>
    <message>
        <source>carried from № {n}, {date}</source>
        <translation>пренесена от № {n}, {date}</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} пъти</translation>
    </message>
    <message>
        <source>from the template</source>
        <translation>от шаблона</translation>
    </message>
    <message>
        <source>open tasks</source>
        <translation>отворени задачи</translation>
    </message>
    <message>
        <source>from the inbox</source>
        <translation>от входящите</translation>
    </message>
    <message>
        <source>standing item</source>
        <translation>постоянна точка</translation>
    </message>
</context>
<context>
    <name>QuorumLine</name>
    <message>
        <source>of {n}</source>
        <translation>от {n}</translation>
    </message>
    <message>
        <source>needed {n}</source>
        <translation>нужни {n}</translation>
    </message>
    <message>
        <source>{present} of {seats} present, {needed} needed</source>
        <translation>присъстват {present} от {seats}, нужни {needed}</translation>
    </message>
</context>
<context>
    <name>QuorumPill</name>
    <message>
        <source>No quorum needed</source>
        <translation>Без кворум</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Има кворум</translation>
    </message>
    <message>
        <source>No quorum</source>
        <translation>Няма кворум</translation>
    </message>
</context>
<context>
    <name>QuorumWatch</name>
    <message>
        <source>There is a quorum: {present} present, {needed} needed.</source>
        <translation>Има кворум: присъстват {present}, нужни са {needed}.</translation>
    </message>
    <message>
        <source>answer the open question</source>
        <translation>отговор на чакащия въпрос</translation>
    </message>
    <message>
        <source>Who was in the room for this item</source>
        <translation>Кой беше в залата по тази точка</translation>
    </message>
    <message>
        <source>No question is open.</source>
        <translation>Няма въпрос, който чака.</translation>
    </message>
    <message>
        <source>{time}: the quorum is lost, {present} present of {needed} needed. What now? (Shift+F3)</source>
        <translation>{time}: отпадна кворумът – присъстват {present} от нужните {needed}. Какво следва? (Shift+F3)</translation>
    </message>
    <message>
        <source>Go on without deciding</source>
        <translation>Без решения нататък</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Почивка</translation>
    </message>
    <message>
        <source>Smaller quorum: {n}</source>
        <translation>Намален кворум: {n}</translation>
    </message>
    <message>
        <source>It did not take place</source>
        <translation>Не се състоя</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Места</translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message>
        <source>Readiness</source>
        <translation>Готовност</translation>
    </message>
    <message>
        <source>{ready} of {all}</source>
        <translation>{ready} от {all}</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Оттегли</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Withdraw item {n}</source>
        <translation>Оттегляне на точка {n}</translation>
    </message>
    <message>
        <source>Postpone item {n}</source>
        <translation>Отлагане на точка {n}</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отложи</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Postpone the session</source>
        <translation>Отлагане на заседанието</translation>
    </message>
    <message>
        <source>Postpone it</source>
        <translation>Отложи</translation>
    </message>
    <message>
        <source>The session is postponed</source>
        <translation>Заседанието е отложено</translation>
    </message>
    <message>
        <source>Cancel the session</source>
        <translation>Отмени заседанието</translation>
    </message>
    <message>
        <source>The session is cancelled</source>
        <translation>Заседанието е отменено</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Type the reason.</source>
        <translation>Въведете причината.</translation>
    </message>
</context>
<context>
    <name>RecoveryGroups</name>
    <message>
        <source>Group {number}</source>
        <translation>Група {number}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>вярна</translation>
    </message>
    <message>
        <source>a sign is wrong</source>
        <translation>има грешен знак</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>не е пълна</translation>
    </message>
</context>
<context>
    <name>RecoverySheetPanel</name>
    <message>
        <source>Print</source>
        <translation>Отпечатай</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Запази като PDF …</translation>
    </message>
    <message>
        <source>Show to copy by hand</source>
        <translation>Покажи за преписване</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Още не е запазен</translation>
    </message>
    <message>
        <source>Two groups to check</source>
        <translation>Проверка с две групи</translation>
    </message>
    <message>
        <source>Two groups are enough to know that the sheet can be read.</source>
        <translation>Две групи са достатъчни, за да се уверим, че листът се чете.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Лист за възстановяване</translation>
    </message>
    <message>
        <source>Printed on „{printer}“</source>
        <translation>Отпечатан на „{printer}“</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Запази листа за възстановяване</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF файл (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as PDF; keep it away from this computer</source>
        <translation>Запазен като PDF; пазете го далеч от този компютър</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрий</translation>
    </message>
    <message>
        <source>Shown; copy all eight groups</source>
        <translation>Показан; препишете и осемте групи</translation>
    </message>
    <message>
        <source>The two groups match</source>
        <translation>Двете групи съвпадат</translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Кога</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Разписка</translation>
    </message>
    <message>
        <source>Register of files</source>
        <translation>Регистър на файловете</translation>
    </message>
    <message>
        <source>No file has left or come yet.</source>
        <translation>Още нито един файл не е тръгнал или дошъл.</translation>
    </message>
    <message>
        <source>out, № {n}</source>
        <translation>изходящ, №&#xa0;{n}</translation>
    </message>
    <message>
        <source>in, № {n}</source>
        <translation>входящ, №&#xa0;{n}</translation>
    </message>
    <message>
        <source>receipt, out, № {n}</source>
        <translation>разписка, изходяща, №&#xa0;{n}</translation>
    </message>
    <message>
        <source>receipt, in, № {n}</source>
        <translation>разписка, входяща, №&#xa0;{n}</translation>
    </message>
    <message>
        <source>to be made</source>
        <translation>предстои</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>чака</translation>
    </message>
    <message>
        <source>made on {day}</source>
        <translation>направена на {day}</translation>
    </message>
    <message>
        <source>received by the national team</source>
        <translation>получено от националния екип</translation>
    </message>
</context>
<context>
    <name>RehearsalBanner</name>
    <message>
        <source>REHEARSAL</source>
        <translation>УЧЕБНО</translation>
    </message>
    <message>
        <source>Nothing of this is kept, numbered or printed.</source>
        <translation>Нищо от това не се запазва, не получава номер и не се отпечатва.</translation>
    </message>
    <message>
        <source>End the rehearsal</source>
        <translation>Край на учебното заседание</translation>
    </message>
</context>
<context>
    <name>Rehearsing</name>
    <message>
        <source>Preparing the rehearsal …</source>
        <translation>Подготвя се учебното заседание …</translation>
    </message>
    <message>
        <source>The rehearsal is over; nothing of it was kept</source>
        <translation>Учебното заседание приключи; нищо от него не е запазено</translation>
    </message>
</context>
<context>
    <name>RelativeFields</name>
    <message>
        <source>not entered</source>
        <translation>не е въведено</translation>
    </message>
    <message>
        <source>Relation to the child</source>
        <translation>Връзка с детето</translation>
    </message>
    <message>
        <source>Lives with the child</source>
        <translation>Живее с детето</translation>
    </message>
    <message>
        <source>Attitude to the care</source>
        <translation>Отношение към грижата</translation>
    </message>
    <message>
        <source>Parental rights</source>
        <translation>Родителски права</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Починал(а)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Бележка</translation>
    </message>
    <message>
        <source>Number and contact</source>
        <translation>Номер и връзка</translation>
    </message>
    <message>
        <source>Only where an institution needs it; never printed, never exported.</source>
        <translation>Само ако институция го изисква; не се печата и не се изнася.</translation>
    </message>
</context>
<context>
    <name>RelativeForm</name>
    <message>
        <source>New family member</source>
        <translation>Нов член на семейството</translation>
    </message>
    <message>
        <source>The family member is saved</source>
        <translation>Членът на семейството е запазен</translation>
    </message>
    <message>
        <source>The family member is taken out of the case</source>
        <translation>Членът на семейството е изваден от случая</translation>
    </message>
</context>
<context>
    <name>ReplaceForm</name>
    <message>
        <source>Replace the holder</source>
        <translation>Смяна на титуляря</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Смени</translation>
    </message>
    <message>
        <source>The seat has a new holder</source>
        <translation>Мястото има нов титуляр</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>От дата</translation>
    </message>
    <message>
        <source>Type the first day.</source>
        <translation>Въведете първия ден.</translation>
    </message>
    <message>
        <source>Appointed by</source>
        <translation>Определен с</translation>
    </message>
    <message>
        <source>Letter or order, number and date</source>
        <translation>Писмо или заповед, № и дата</translation>
    </message>
</context>
<context>
    <name>Reported</name>
    <message>
        <source>Reported</source>
        <translation>Докладвано</translation>
    </message>
    <message>
        <source>What was reported, as one text (Shift+F5)</source>
        <translation>Докладваното като един текст (Shift+F5)</translation>
    </message>
    <message>
        <source>What was reported, as one text</source>
        <translation>Докладваното като един текст</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Make the request …</source>
        <translation>Направи заявка …</translation>
    </message>
    <message>
        <source>A request waits for its answer</source>
        <translation>Заявката чака отговор</translation>
    </message>
    <message>
        <source>six words</source>
        <translation>шест думи</translation>
    </message>
    <message>
        <source>The six words, as the national team reads them</source>
        <translation>Шестте думи, както ги чете националният екип</translation>
    </message>
    <message>
        <source>Type the six words.</source>
        <translation>Въведете шестте думи.</translation>
    </message>
    <message>
        <source>Choose the answer …</source>
        <translation>Избери отговора …</translation>
    </message>
    <message>
        <source>Introduce this laptop to the national team</source>
        <translation>Представяне на този лаптоп на националния екип</translation>
    </message>
    <message>
        <source>It is done once. After it, files travel encrypted and signed both ways.</source>
        <translation>Прави се веднъж. След това файловете пътуват шифровани и подписани в двете посоки.</translation>
    </message>
    <message>
        <source>Make a request</source>
        <translation>Направете заявка</translation>
    </message>
    <message>
        <source>A small file with the public keys of this laptop; nothing secret.</source>
        <translation>Малък файл с публичните ключове на този лаптоп; нищо тайно.</translation>
    </message>
    <message>
        <source>Hand the file over and read the six words aloud</source>
        <translation>Предайте файла и прочетете шестте думи</translation>
    </message>
    <message>
        <source>By telephone or face to face: so both sides know that it is the same file.</source>
        <translation>По телефона или лице в лице: така двете страни знаят, че файлът е същият.</translation>
    </message>
    <message>
        <source>Finish with the answer</source>
        <translation>Приключете с отговора</translation>
    </message>
    <message>
        <source>The answer of the national team gives this laptop its letter.</source>
        <translation>Отговорът на националния екип дава буквата на този лаптоп.</translation>
    </message>
    <message>
        <source>Make a new request …</source>
        <translation>Направи нова заявка …</translation>
    </message>
</context>
<context>
    <name>RescheduleForm</name>
    <message>
        <source>A new date</source>
        <translation>Нова дата</translation>
    </message>
    <message>
        <source>The number stays; the invitation is made again.</source>
        <translation>Номерът остава; поканата се прави наново.</translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation>Насрочи</translation>
    </message>
    <message>
        <source>The session has a new date</source>
        <translation>Заседанието има нова дата</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ден</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>Въведете деня.</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Type the hour.</source>
        <translation>Въведете часа.</translation>
    </message>
</context>
<context>
    <name>ResumeStrip</name>
    <message>
        <source>Who is here?</source>
        <translation>Кой присъства?</translation>
    </message>
    <message>
        <source>The session goes on where it stopped; check who is here (F3).</source>
        <translation>Заседанието продължава оттам, където спря; проверете присъствието (F3).</translation>
    </message>
    <message>
        <source>The session was interrupted. Written until {time}, nothing is lost.</source>
        <translation>Заседанието беше прекъснато. Записано е до {time}, нищо не е загубено.</translation>
    </message>
    <message>
        <source>Tell it in the minutes</source>
        <translation>Отбележи в протокола</translation>
    </message>
    <message>
        <source>The minutes will tell the interruption</source>
        <translation>Прекъсването ще бъде отбелязано в протокола</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Review</source>
        <translation>Преглед</translation>
    </message>
    <message>
        <source>+ / - &gt; * · words · ^who</source>
        <translation>+ / - &gt; * · думи · ^кой</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Докладвано</translation>
    </message>
    <message>
        <source>{left} of {n} to review</source>
        <translation>за преглед: {left} от {n}</translation>
    </message>
    <message>
        <source>review of tasks</source>
        <translation>преглед на задачите</translation>
    </message>
    <message>
        <source>done</source>
        <translation>изпълнена</translation>
    </message>
    <message>
        <source>partly done</source>
        <translation>изпълнена отчасти</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>неизпълнена</translation>
    </message>
    <message>
        <source>new term: days, a date or the next session</source>
        <translation>нов срок: дни, дата или следващото заседание</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>отпаднала</translation>
    </message>
    <message>
        <source>sign, words, ^ who said it</source>
        <translation>знак, думи, ^ кой го каза</translation>
    </message>
    <message>
        <source>Review of tasks</source>
        <translation>Преглед на задачите</translation>
    </message>
    <message>
        <source>Tasks are reviewed under the item that reports on them.</source>
        <translation>Задачите се преглеждат в точката, която ги отчита.</translation>
    </message>
    <message>
        <source>No institution</source>
        <translation>Без институция</translation>
    </message>
</context>
<context>
    <name>RollActs</name>
    <message>
        <source>Declarations signed: {n}</source>
        <translation>Подписани декларации: {n}</translation>
    </message>
    <message>
        <source>authorised</source>
        <translation>упълномощен</translation>
    </message>
</context>
<context>
    <name>RollCall</name>
    <message>
        <source>number and sign</source>
        <translation>номер и знак</translation>
    </message>
    <message>
        <source>Number and sign</source>
        <translation>Номер и знак</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Списък за присъствие</translation>
    </message>
    <message>
        <source>here</source>
        <translation>тук</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>дистанционно</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>няма</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>уваж.</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>заместник</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>пълном.</translation>
    </message>
    <message>
        <source>left</source>
        <translation>излезе</translation>
    </message>
    <message>
        <source>recusal</source>
        <translation>отвод</translation>
    </message>
    <message>
        <source>There is no number {n} in the roll.</source>
        <translation>В списъка няма номер {n}.</translation>
    </message>
    <message>
        <source>The rules do not allow proxy votes.</source>
        <translation>Правилникът не допуска гласуване с пълномощно.</translation>
    </message>
</context>
<context>
    <name>RollSide</name>
    <message>
        <source>Quorum</source>
        <translation>Кворум</translation>
    </message>
    <message>
        <source>Add a guest</source>
        <translation>Добави гост</translation>
    </message>
    <message>
        <source>Without a vote</source>
        <translation>Без право на глас</translation>
    </message>
    <message>
        <source>Ctrl+D at a name: signed.</source>
        <translation>Ctrl+D при името: подписана.</translation>
    </message>
    <message>
        <source>Everybody signed</source>
        <translation>Всички подписаха</translation>
    </message>
    <message>
        <source>Those not marked will be recorded as present.</source>
        <translation>Неотбелязаните ще се запишат като присъстващи.</translation>
    </message>
    <message>
        <source>The rest are present</source>
        <translation>Останалите присъстват</translation>
    </message>
    <message>
        <source>of {n} present</source>
        <translation>от {n} присъстват</translation>
    </message>
    <message>
        <source>{present} of {seats} present, {needed} needed</source>
        <translation>присъстват {present} от {seats}, нужни {needed}</translation>
    </message>
    <message>
        <source>{state}: {n} needed</source>
        <translation>{state}: нужни {n}</translation>
    </message>
    <message>
        <source>Declarations not signed: {n}</source>
        <translation>Неподписани декларации: {n}</translation>
    </message>
    <message>
        <source>Associates and guests are listed here.</source>
        <translation>Тук са асоциираните членове и гостите.</translation>
    </message>
    <message>
        <source>Still expected: {numbers}</source>
        <translation>Още очаквани: {numbers}</translation>
    </message>
    <message>
        <source>Guests or associates are expected</source>
        <translation>Очакват се гости или асоциирани</translation>
    </message>
    <message>
        <source>Present; {n} said that they will not come: excused.</source>
        <translation>Като присъстващи; с уважителна причина: {n}, които казаха, че няма да дойдат.</translation>
    </message>
    <message>
        <source>{rule} of {n} seats</source>
        <translation>{rule} от {n} места</translation>
    </message>
    <message>
        <source>Rules, version {n}, of {date}</source>
        <translation>Правилник, версия {n}, от {date}</translation>
    </message>
    <message>
        <source>{capacity}, items {n}</source>
        <translation>{capacity}, т. {n}</translation>
    </message>
    <message>
        <source>declaration signed</source>
        <translation>декларация подписана</translation>
    </message>
    <message>
        <source>{capacity}, does not vote</source>
        <translation>{capacity}, не гласува</translation>
    </message>
</context>
<context>
    <name>RoomHead</name>
    <message>
        <source>Close the session</source>
        <translation>Закрий заседанието</translation>
    </message>
    <message>
        <source>To the items</source>
        <translation>Към точките</translation>
    </message>
    <message>
        <source>DCM – {area}</source>
        <translation>ОКМД – {area}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Заседание {number}</translation>
    </message>
    <message>
        <source>Entered later</source>
        <translation>Въведено по-късно</translation>
    </message>
    <message>
        <source>{present} of {seats}</source>
        <translation>{present} от {seats}</translation>
    </message>
    <message>
        <source>Convene</source>
        <translation>Свикай</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открий</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Почивка</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продължи</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Протокол</translation>
    </message>
</context>
<context>
    <name>RoomKeys</name>
    <message>
        <source>Roll call: number, then</source>
        <translation>Присъствие: номер, после</translation>
    </message>
    <message>
        <source>present, or back again</source>
        <translation>присъства или се е върнал</translation>
    </message>
    <message>
        <source>takes part from a distance</source>
        <translation>участва дистанционно</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>отсъства</translation>
    </message>
    <message>
        <source>absent, excused</source>
        <translation>отсъства по уважителни причини</translation>
    </message>
    <message>
        <source>a substitute sits for them</source>
        <translation>замества го друг</translation>
    </message>
    <message>
        <source>somebody in the room votes for them</source>
        <translation>гласува вместо тях някой в залата</translation>
    </message>
    <message>
        <source>leaves now</source>
        <translation>излиза сега</translation>
    </message>
    <message>
        <source>recused in this item</source>
        <translation>отвод по тази точка</translation>
    </message>
    <message>
        <source>the next reason of an absence</source>
        <translation>следващата причина за отсъствието</translation>
    </message>
    <message>
        <source>signed the declaration; Ctrl+Shift+D everybody</source>
        <translation>подписана декларация; Ctrl+Shift+D – всички</translation>
    </message>
    <message>
        <source>take the mark back</source>
        <translation>махни отметката</translation>
    </message>
    <message>
        <source>all the others are present</source>
        <translation>всички останали присъстват</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Гласуване</translation>
    </message>
    <message>
        <source>without objections, or as typed</source>
        <translation>без възражения или както е написано</translation>
    </message>
    <message>
        <source>for, against, abstained</source>
        <translation>за, против, въздържали се</translation>
    </message>
    <message>
        <source>all for</source>
        <translation>всички „за“</translation>
    </message>
    <message>
        <source>equal votes, the chair is for; =- against</source>
        <translation>равни гласове, председателят е „за“; =- „против“</translation>
    </message>
    <message>
        <source>by name: number 4 against</source>
        <translation>поименно: номер 4 „против“</translation>
    </message>
    <message>
        <source>by name: abstained; 4* does not vote</source>
        <translation>поименно: въздържал се; 4* не гласува</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Писане</translation>
    </message>
    <message>
        <source>a phrase: Tab completes it; Alt+1 types /</source>
        <translation>фраза: Tab я дописва; Alt+1 пише /</translation>
    </message>
    <message>
        <source>a name: Tab completes it; Alt+2 types @</source>
        <translation>име: Tab го довършва; Alt+2 пише @</translation>
    </message>
    <message>
        <source>a term in days or as a date; Alt+3 types !</source>
        <translation>срок в дни или дата; Alt+3 пише !</translation>
    </message>
    <message>
        <source>a private note, in no paper; Ctrl+Shift+Enter</source>
        <translation>лична бележка извън документите; и Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>when it was said, for a line entered later</source>
        <translation>кога е казано, за ред, въведен по-късно</translation>
    </message>
    <message>
        <source>drop the line, then back to the agenda</source>
        <translation>отхвърли реда, после към дневния ред</translation>
    </message>
    <message>
        <source>In the agenda</source>
        <translation>В дневния ред</translation>
    </message>
    <message>
        <source>take the item up</source>
        <translation>започни точката</translation>
    </message>
    <message>
        <source>withdraw the item</source>
        <translation>оттегли точката</translation>
    </message>
    <message>
        <source>move the item up; Alt+↓ down</source>
        <translation>премести точката нагоре; Alt+↓ надолу</translation>
    </message>
    <message>
        <source>adopt the agenda without objections</source>
        <translation>приеми дневния ред без възражения</translation>
    </message>
</context>
<context>
    <name>RoomScreen</name>
    <message>
        <source>Also in the room</source>
        <translation>Още в залата</translation>
    </message>
    <message>
        <source>Look at screens and power first</source>
        <translation>Преди начало</translation>
    </message>
    <message>
        <source>the same as F1 … F9; Ctrl+0 and Pause as F12</source>
        <translation>същото като F1 … F9; Ctrl+0 и Pause – като F12</translation>
    </message>
</context>
<context>
    <name>RoomWires</name>
    <message>
        <source>Roll call</source>
        <translation>Проверка на присъствието</translation>
    </message>
    <message>
        <source>Only an item that is taken up can be voted on.</source>
        <translation>Гласува се само по започната точка.</translation>
    </message>
    <message>
        <source>A line was begun here: Enter adds it, Esc drops it.</source>
        <translation>Тук има започнат ред, който не е добавен: Enter го добавя, Esc го отхвърля.</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message>
        <source>left</source>
        <translation>излезе</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>излезе {time}</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>очакван</translation>
    </message>
    <message>
        <source>present</source>
        <translation>присъства</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>заместник</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>дистанционно</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>уважителни</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>отсъства</translation>
    </message>
    <message>
        <source>by proxy</source>
        <translation>пълномощно</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>отвод</translation>
    </message>
    <message>
        <source>{name} votes for them</source>
        <translation>гласува {name}</translation>
    </message>
    <message>
        <source>{name} is out: the proxy does not count</source>
        <translation>{name} е вън: пълномощното не се брои</translation>
    </message>
    <message>
        <source>{n} of {planned} min</source>
        <translation>{n} от {planned} мин</translation>
    </message>
    <message>
        <source>Decision № {numbers}</source>
        <translation>Решение № {numbers}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
    <message>
        <source>added, not voted</source>
        <translation>добавена, негласувана</translation>
    </message>
    <message>
        <source>without objections</source>
        <translation>без възражения</translation>
    </message>
    <message>
        <source>{yes} for, {no} against, {abstained}</source>
        <translation>{yes} за, {no} против, {abstained}</translation>
    </message>
    <message>
        <source>, {n} not voting</source>
        <translation>, негласували {n}</translation>
    </message>
    <message>
        <source>, {n} blank</source>
        <translation>, {n} бели</translation>
    </message>
    <message>
        <source>, {n} invalid</source>
        <translation>, {n} недействителни</translation>
    </message>
    <message>
        <source>, the chair decided</source>
        <translation>, реши председателят</translation>
    </message>
    <message>
        <source>in one vote with others</source>
        <translation>гласувано заедно с други</translation>
    </message>
    <message>
        <source>entered against the rule</source>
        <translation>друг изход от този по правилника</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>поправено</translation>
    </message>
    <message>
        <source>next session</source>
        <translation>следващо заседание</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>постоянен</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>без срок</translation>
    </message>
    <message>
        <source>associates {associates} · guests {guests}</source>
        <translation>асоциирани {associates} · гости {guests}</translation>
    </message>
    <message>
        <source>{items} left</source>
        <translation>остават {items}</translation>
    </message>
    <message>
        <source>carried {n}</source>
        <translation>пренесени {n}</translation>
    </message>
</context>
<context>
    <name>RulesFields</name>
    <message>
        <source>for example: Rules, art. 9, adopted in session 1</source>
        <translation>например: Правилник, чл. 9, приет на заседание № 1</translation>
    </message>
    <message>
        <source>Document of the rules</source>
        <translation>Документ на правилника</translation>
    </message>
    <message>
        <source>Empty: from the foundation on.</source>
        <translation>Празно: от учредяването.</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>В сила от</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Има кворум</translation>
    </message>
    <message>
        <source>Counted of</source>
        <translation>Брои се от</translation>
    </message>
    <message>
        <source>Quorum is</source>
        <translation>Кворумът е</translation>
    </message>
    <message>
        <source>Members needed</source>
        <translation>Нужни членове</translation>
    </message>
    <message>
        <source>Reduced quorum after waiting</source>
        <translation>Намален кворум след изчакване</translation>
    </message>
    <message>
        <source>Members needed after waiting</source>
        <translation>Нужни членове след изчакване</translation>
    </message>
    <message>
        <source>Minutes to wait</source>
        <translation>Минути изчакване</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Решения</translation>
    </message>
    <message>
        <source>The mechanism decides</source>
        <translation>Механизмът решава</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>Мнозинство</translation>
    </message>
    <message>
        <source>The chair decides a tie</source>
        <translation>При равенство решава председателят</translation>
    </message>
    <message>
        <source>A recused member stays in the base</source>
        <translation>Член с отвод остава в броя</translation>
    </message>
    <message>
        <source>Associated members vote</source>
        <translation>Асоциираните членове гласуват</translation>
    </message>
    <message>
        <source>An authorised substitute votes</source>
        <translation>Упълномощен заместник гласува</translation>
    </message>
    <message>
        <source>A member may vote for another</source>
        <translation>Член може да гласува за друг</translation>
    </message>
    <message>
        <source>Votes one member may carry</source>
        <translation>Гласове, които член може да носи</translation>
    </message>
    <message>
        <source>Taking part remotely counts</source>
        <translation>Дистанционното участие се брои</translation>
    </message>
    <message>
        <source>Decisions without a meeting are allowed</source>
        <translation>Допускат се неприсъствени решения</translation>
    </message>
    <message>
        <source>Votes by name are published</source>
        <translation>Поименните гласове се публикуват</translation>
    </message>
    <message>
        <source>Terms, in working days</source>
        <translation>Срокове, в работни дни</translation>
    </message>
    <message>
        <source>Invitation before the session</source>
        <translation>Покана преди заседанието</translation>
    </message>
    <message>
        <source>Materials before the session</source>
        <translation>Материали преди заседанието</translation>
    </message>
    <message>
        <source>Minutes ready after the session</source>
        <translation>Протокол след заседанието</translation>
    </message>
    <message>
        <source>Remarks on the minutes</source>
        <translation>Бележки по протокола</translation>
    </message>
    <message>
        <source>A case comes before the mechanism</source>
        <translation>Случай се внася в механизма</translation>
    </message>
    <message>
        <source>Minutes and year</source>
        <translation>Протокол и година</translation>
    </message>
    <message>
        <source>Approval and signature</source>
        <translation>Приемане и подпис</translation>
    </message>
    <message>
        <source>No remarks in time means approval</source>
        <translation>Без бележки в срок – приема се</translation>
    </message>
    <message>
        <source>Guests sign confidentiality</source>
        <translation>Гостите подписват поверителност</translation>
    </message>
    <message>
        <source>Sessions planned in a year</source>
        <translation>Планирани заседания в годината</translation>
    </message>
    <message>
        <source>proposed – check it in your rules</source>
        <translation>предложено – проверете в правилника</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Нова версия</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>The rules are saved</source>
        <translation>Правилникът е запазен</translation>
    </message>
    <message>
        <source>the foundation</source>
        <translation>учредяването</translation>
    </message>
    <message>
        <source>Version {number}, in force from {day}</source>
        <translation>Версия {number}, в сила от {day}</translation>
    </message>
    <message>
        <source>Sessions were held under this version, so it stays as it is. A change of the rules is a new version.</source>
        <translation>По тази версия са провеждани заседания, затова остава, както е. Промяна на правилника е нова версия.</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Запази правилника</translation>
    </message>
    <message>
        <source>Add the version</source>
        <translation>Добави версията</translation>
    </message>
</context>
<context>
    <name>SafeBar</name>
    <message>
        <source>Safe view: cases are hidden. Hold the key to read.</source>
        <translation>Безопасен изглед: случаите са скрити. Задръжте клавиша, за да четете.</translation>
    </message>
    <message>
        <source>Shown to everybody who sees this screen. Let the key go to hide it.</source>
        <translation>Вижда се от всички пред този екран. Пуснете клавиша, за да го скриете.</translation>
    </message>
</context>
<context>
    <name>SavingPage</name>
    <message>
        <source>Save all the same</source>
        <translation>Запази въпреки това</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Save the schedule</source>
        <translation>Запази графика</translation>
    </message>
    <message>
        <source>Day of the week</source>
        <translation>Ден от седмицата</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Число от месеца</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Без правило</translation>
    </message>
    <message>
        <source>How the day is found</source>
        <translation>Как се определя денят</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Кой поред</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Ден от седмицата</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Колко често</translation>
    </message>
    <message>
        <source>In a shorter month its last day.</source>
        <translation>В по-къс месец – последният му ден.</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Type the hour.</source>
        <translation>Въведете часа.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Място</translation>
    </message>
    <message>
        <source>Empty: the place of the last session.</source>
        <translation>Празно: мястото на последното заседание.</translation>
    </message>
    <message>
        <source>New sessions are proposed by this rule. Bulgarian public holidays are named, and the next working day is offered.</source>
        <translation>Новите заседания се предлагат по това правило. Официалните празници се посочват и се предлага следващият работен ден.</translation>
    </message>
    <message>
        <source>Schedule of sessions</source>
        <translation>График на заседанията</translation>
    </message>
    <message>
        <source>The schedule is saved</source>
        <translation>Графикът е запазен</translation>
    </message>
    <message>
        <source>The next sessions</source>
        <translation>Следващите заседания</translation>
    </message>
    <message>
        <source>{day}: {name}; offered is {instead}</source>
        <translation>{day} – {name}; предлага се {instead}</translation>
    </message>
    <message>
        <source>first</source>
        <translation>първи/първа</translation>
    </message>
    <message>
        <source>second</source>
        <translation>втори/втора</translation>
    </message>
    <message>
        <source>third</source>
        <translation>трети/трета</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>четвърти/четвърта</translation>
    </message>
    <message>
        <source>last</source>
        <translation>последен/последна</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>понеделник</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>вторник</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>сряда</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>четвъртък</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>петък</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>събота</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>неделя</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>всеки месец</translation>
    </message>
    <message>
        <source>every second month</source>
        <translation>през месец</translation>
    </message>
    <message>
        <source>every third month</source>
        <translation>на три месеца</translation>
    </message>
</context>
<context>
    <name>SearchEdit</name>
    <message>
        <source>Clear the search</source>
        <translation>Изчисти търсенето</translation>
    </message>
</context>
<context>
    <name>SeatPanel</name>
    <message>
        <source>Seat {number}</source>
        <translation>Място {number}</translation>
    </message>
    <message>
        <source>with a vote</source>
        <translation>с право на глас</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>без право на глас</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>От дата</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Лице</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Поправи</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>Заместници</translation>
    </message>
    <message>
        <source>Nobody is authorised.</source>
        <translation>Никой не е упълномощен.</translation>
    </message>
    <message>
        <source>Authorise a substitute</source>
        <translation>Упълномощи заместник</translation>
    </message>
    <message>
        <source>Replace the holder</source>
        <translation>Смяна на титуляря</translation>
    </message>
    <message>
        <source>End the membership</source>
        <translation>Прекратяване на членството</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>Свободно</translation>
    </message>
    <message>
        <source>Vacant since {day}</source>
        <translation>Свободно от {day}</translation>
    </message>
    <message>
        <source>Fill the seat</source>
        <translation>Попълни мястото</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Преди и след това</translation>
    </message>
    <message>
        <source>until revoked</source>
        <translation>до отмяна</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отмени</translation>
    </message>
</context>
<context>
    <name>SeatWords</name>
    <message>
        <source>{change}: {name}, from {date}</source>
        <translation>{change}: {name}, от {date}</translation>
    </message>
</context>
<context>
    <name>SeatsCard</name>
    <message>
        <source>Seats and mandates</source>
        <translation>Места и мандати</translation>
    </message>
    <message>
        <source>Fill the seat</source>
        <translation>Попълни мястото</translation>
    </message>
    <message>
        <source>Permanent members</source>
        <translation>Постоянни членове</translation>
    </message>
    <message>
        <source>Associated members, advisory vote</source>
        <translation>Асоциирани членове, съвещателен глас</translation>
    </message>
    <message>
        <source>Coordinator and others, no vote</source>
        <translation>Координатор и други, без глас</translation>
    </message>
    <message>
        <source>Seat {number}, {institution}, is vacant since {day}</source>
        <translation>Място {number}, {institution}, е свободно от {day}</translation>
    </message>
    <message>
        <source>Seats planned that nobody holds yet: {count}</source>
        <translation>Предвидени места, които още никой не заема: {count}</translation>
    </message>
    <message>
        <source>substitute {name}</source>
        <translation>заместник {name}</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>свободно</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Гласуване</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>не</translation>
    </message>
</context>
<context>
    <name>SessionActs</name>
    <message>
        <source>Break</source>
        <translation>Почивка</translation>
    </message>
    <message>
        <source>Close the session? Decisions: {n}. The minutes become a draft.</source>
        <translation>Да се закрие ли заседанието? Решения: {n}. Протоколът става чернова.</translation>
    </message>
    <message>
        <source>Close the session</source>
        <translation>Закрий заседанието</translation>
    </message>
    <message>
        <source>Items not taken up: {n}. Postpone them to the next session?</source>
        <translation>Неразгледани точки: {n}. Да се отложат ли за следващото заседание?</translation>
    </message>
    <message>
        <source>Postpone them and close</source>
        <translation>Отложи ги и закрий</translation>
    </message>
    <message>
        <source>Recorded: the session did not take place</source>
        <translation>Записано: заседанието не се състоя</translation>
    </message>
    <message>
        <source>There is no further item</source>
        <translation>Няма повече точки</translation>
    </message>
    <message>
        <source>The item is withdrawn</source>
        <translation>Точката е оттеглена</translation>
    </message>
    <message>
        <source>The item is postponed</source>
        <translation>Точката е отложена</translation>
    </message>
    <message>
        <source>The agenda is adopted</source>
        <translation>Дневният ред е приет</translation>
    </message>
    <message>
        <source>The item is on the agenda</source>
        <translation>Точката е включена в дневния ред</translation>
    </message>
    <message>
        <source>Begin to collect the votes?</source>
        <translation>Да започне ли събирането на гласовете?</translation>
    </message>
    <message>
        <source>Begin to collect the votes, until {moment}?</source>
        <translation>Да започне ли събирането на гласовете, до {moment}?</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Open the session? {present} of {seats} present, {needed} needed.</source>
        <translation>Да се открие ли заседанието? Присъстват {present} от {seats}, нужни са {needed}.</translation>
    </message>
    <message>
        <source>Open the working meeting? Present: {n}.</source>
        <translation>Да се открие ли работната среща? Присъстват: {n}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открий</translation>
    </message>
    <message>
        <source>Look at screens and power first</source>
        <translation>Преди начало</translation>
    </message>
    <message>
        <source>It is another day: call the roll anew, then F2 goes on.</source>
        <translation>Друг ден е: проверете отново кой е тук, после F2 продължава.</translation>
    </message>
    <message>
        <source>The session goes on since {time}. Who has not come back?</source>
        <translation>Заседанието продължава от {time}. Кой не се е върнал?</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>Проверка на присъствието</translation>
    </message>
    <message>
        <source>The session is convened</source>
        <translation>Заседанието е свикано</translation>
    </message>
    <message>
        <source>Convene all the same</source>
        <translation>Свикай все пак</translation>
    </message>
    <message>
        <source>Opened at {time}</source>
        <translation>Открито в {time}</translation>
    </message>
    <message>
        <source>Open all the same</source>
        <translation>Открий все пак</translation>
    </message>
    <message>
        <source>The session is closed; its minutes are a draft</source>
        <translation>Заседанието е закрито; протоколът е чернова</translation>
    </message>
    <message>
        <source>Show the minutes</source>
        <translation>Покажи протокола</translation>
    </message>
    <message>
        <source>The minutes can be read and printed.</source>
        <translation>Протоколът може да се прегледа и отпечата.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Закрий все пак</translation>
    </message>
    <message>
        <source>Smaller quorum: {n}</source>
        <translation>Намален кворум: {n}</translation>
    </message>
    <message>
        <source>The smaller quorum holds</source>
        <translation>Важи намаленият кворум</translation>
    </message>
    <message>
        <source>It did not take place</source>
        <translation>Не се състоя</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>The session</source>
        <translation>Заседанието</translation>
    </message>
    <message>
        <source>The session is changed</source>
        <translation>Заседанието е променено</translation>
    </message>
    <message>
        <source>Session held before</source>
        <translation>Проведено заседание</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Ново заседание</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Въведи</translation>
    </message>
    <message>
        <source>Prepare it</source>
        <translation>Към подготовката</translation>
    </message>
    <message>
        <source>The session is entered</source>
        <translation>Заседанието е въведено</translation>
    </message>
    <message>
        <source>Any day since the founding; it is marked as entered later.</source>
        <translation>Всеки ден от учредяването насам; отбелязва се „въведено по-късно“.</translation>
    </message>
    <message>
        <source>The last session</source>
        <translation>Последното заседание</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>не е избран</translation>
    </message>
    <message>
        <source>Empty: those of that day</source>
        <translation>Празно: този към онзи ден</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Why it is called</source>
        <translation>Основание за свикване</translation>
    </message>
    <message>
        <source>As the invitation says it: on whose proposal, on what ground</source>
        <translation>Както е в поканата: по чие предложение, на какво основание</translation>
    </message>
    <message>
        <source>Answers are taken until</source>
        <translation>Отговори се приемат до</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Made like</source>
        <translation>По образец на</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ден</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>Въведете деня.</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Type the hour.</source>
        <translation>Въведете часа.</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Планиран край</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Място</translation>
    </message>
    <message>
        <source>Hall and address, as in the invitation</source>
        <translation>Зала и адрес, както в поканата</translation>
    </message>
    <message>
        <source>Agenda: what stands ready</source>
        <translation>Дневен ред: готови точки</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Председател</translation>
    </message>
    <message>
        <source>Takes the minutes</source>
        <translation>Протоколист</translation>
    </message>
    <message>
        <source>Form, topic, project</source>
        <translation>Форма, тема, проект</translation>
    </message>
    <message>
        <source>How people take part</source>
        <translation>Как участват хората</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
</context>
<context>
    <name>SessionWords</name>
    <message>
        <source>Session № {n}</source>
        <translation>Заседание №&#xa0;{n}</translation>
    </message>
</context>
<context>
    <name>SessionsScreen</name>
    <message>
        <source>Sessions</source>
        <translation>Заседания</translation>
    </message>
    <message>
        <source>Enter a held session</source>
        <translation>Въведи проведено</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>От файл …</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Ново заседание</translation>
    </message>
    <message>
        <source>new session</source>
        <translation>ново заседание</translation>
    </message>
    <message>
        <source>open the session: preparation, room or papers</source>
        <translation>отваряне на заседанието: подготовка, зала или документи</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Още</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>избор</translation>
    </message>
    <message>
        <source>open</source>
        <translation>отваряне</translation>
    </message>
    <message>
        <source>No session yet</source>
        <translation>Още няма заседание</translation>
    </message>
    <message>
        <source>Prepare the next one, or enter those that were held before or on paper.</source>
        <translation>Подгответе следващото или въведете тези, които са проведени по-рано или на хартия.</translation>
    </message>
    <message>
        <source>First the mechanism</source>
        <translation>Първо механизмът</translation>
    </message>
    <message>
        <source>A session needs the mechanism, its rules and its members.</source>
        <translation>За заседание трябват механизмът, правилата и членовете му.</translation>
    </message>
    <message>
        <source>Enter the mechanism</source>
        <translation>Въведи механизма</translation>
    </message>
    <message>
        <source>{held} held, {ahead} ahead or at work</source>
        <translation>проведени: {held}, предстоящи или текущи: {ahead}</translation>
    </message>
    <message>
        <source>Which file holds the session?</source>
        <translation>В кой файл е заседанието?</translation>
    </message>
    <message>
        <source>Session (*.json)</source>
        <translation>Заседание (*.json)</translation>
    </message>
    <message>
        <source>Number and kind</source>
        <translation>Номер и вид</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Място</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Присъствали</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Решения</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>{kind} · entered later</source>
        <translation>{kind} · въведено по-късно</translation>
    </message>
    <message>
        <source>{present} of {seats}</source>
        <translation>{present} от {seats}</translation>
    </message>
    <message>
        <source>{state}, version {n}</source>
        <translation>{state}, версия {n}</translation>
    </message>
    <message>
        <source>The session is being entered …</source>
        <translation>Заседанието се въвежда …</translation>
    </message>
    <message>
        <source>Session № {n} is entered with all it names</source>
        <translation>Заседание №&#xa0;{n} е въведено с всичко, което назовава</translation>
    </message>
    <message>
        <source>Templates of sessions</source>
        <translation>Шаблони на заседания</translation>
    </message>
    <message>
        <source>Inbox of topics</source>
        <translation>Входящи теми</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Look and locking</source>
        <translation>Изглед и заключване</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Механизъм</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>График</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Фрази</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Част</translation>
    </message>
    <message>
        <source>save the page</source>
        <translation>запазва страницата</translation>
    </message>
    <message>
        <source>The look belongs to this computer, everything else to the store</source>
        <translation>Изгледът е на този компютър, всичко друго – на хранилището</translation>
    </message>
    <message>
        <source>No mechanism yet</source>
        <translation>Още няма механизъм</translation>
    </message>
    <message>
        <source>It is entered once, with its rules, under „Members“.</source>
        <translation>Въвежда се веднъж, с правилника си, в „Членове“.</translation>
    </message>
    <message>
        <source>Enter the mechanism</source>
        <translation>Въведете механизма</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>A new sheet ends the life of the one before. Lock it away elsewhere.</source>
        <translation>Новият лист спира стария. Заключете го на друго място.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Лист за възстановяване</translation>
    </message>
</context>
<context>
    <name>SheetPicture</name>
    <message>
        <source>The sheet</source>
        <translation>Листът</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Лист за възстановяване</translation>
    </message>
</context>
<context>
    <name>SideForm</name>
    <message>
        <source>Save</source>
        <translation>Запиши</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Откажи</translation>
    </message>
    <message>
        <source>Use Cyrillic letters</source>
        <translation>Замени с кирилски букви</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>Продължи</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Откажи се</translation>
    </message>
    <message>
        <source>What you typed here is not saved yet.</source>
        <translation>Написаното тук още не е запазено.</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Запази въпреки това</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Затваряне (Esc)</translation>
    </message>
</context>
<context>
    <name>StatusForm</name>
    <message>
        <source>Change the state</source>
        <translation>Смени състоянието</translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation>Сега: {state}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Смени</translation>
    </message>
    <message>
        <source>The state is changed</source>
        <translation>Състоянието е сменено</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>нещо липсва</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>възможно сега</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>Изберете причина</translation>
    </message>
    <message>
        <source>Why it is closed</source>
        <translation>Защо се приключва</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>Изберете причина.</translation>
    </message>
    <message>
        <source>Checked after six months</source>
        <translation>Проверен след шест месеца</translation>
    </message>
    <message>
        <source>Contact is lost</source>
        <translation>Контактът е прекъснат</translation>
    </message>
    <message>
        <source>Next state</source>
        <translation>Следващо състояние</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>Въведете деня.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
</context>
<context>
    <name>StoreNames</name>
    <message>
        <source>National team</source>
        <translation>Национален екип</translation>
    </message>
    <message>
        <source>Municipal mechanism – {place}</source>
        <translation>Общински механизъм – {place}</translation>
    </message>
    <message>
        <source>DCM – {place}</source>
        <translation>ОКМД – {place}</translation>
    </message>
</context>
<context>
    <name>StorePage</name>
    <message>
        <source>Your name</source>
        <translation>Вашето име</translation>
    </message>
    <message>
        <source>Stands in the log as the author of the entries.</source>
        <translation>Стои в дневника като автор на вписаното.</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Въведете името си.</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>Запази името</translation>
    </message>
    <message>
        <source>New recovery sheet …</source>
        <translation>Нов лист за възстановяване …</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Направи резервно копие</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>Папка на хранилището</translation>
    </message>
    <message>
        <source>One folder, encrypted as a whole; copies of it need the passphrase too.</source>
        <translation>Една папка, шифрована изцяло; и копията ѝ искат паролата.</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Кой работи тук</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Лист за възстановяване</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервни копия</translation>
    </message>
    <message>
        <source>There is one. A new one ends the life of the one before.</source>
        <translation>Има лист. Новият спира стария.</translation>
    </message>
    <message>
        <source>There is none: a forgotten passphrase would lose the data.</source>
        <translation>Няма лист: забравена парола би значела загубени данни.</translation>
    </message>
    <message>
        <source>Last on {day} at {time}, checked; {count} kept in the folder of the store. One is made at each close when anything changed.</source>
        <translation>Последно на {day} в {time}, проверено; пазят се {count} в папката на хранилището. Копие се прави при всяко затваряне, ако има промени.</translation>
    </message>
    <message>
        <source>None yet. The first one is made when you close the program.</source>
        <translation>Още няма. Първото се прави, когато затворите програмата.</translation>
    </message>
    <message>
        <source>The name is saved</source>
        <translation>Името е запазено</translation>
    </message>
    <message>
        <source>Making and checking a backup …</source>
        <translation>Прави се и се проверява резервно копие …</translation>
    </message>
    <message>
        <source>The backup is made and checked</source>
        <translation>Резервното копие е направено и проверено</translation>
    </message>
    <message>
        <source>Nothing changed since the last backup</source>
        <translation>Няма промени след последното копие</translation>
    </message>
</context>
<context>
    <name>SubstituteBar</name>
    <message>
        <source>Substitute</source>
        <translation>Заместник</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кой</translation>
    </message>
    <message>
        <source>Authorisation, number and date</source>
        <translation>Пълномощно, № и дата</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Пълномощно</translation>
    </message>
    <message>
        <source>Sits for them</source>
        <translation>Замества</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Затвори (Esc)</translation>
    </message>
    <message>
        <source>{n} {name} – who sits for them?</source>
        <translation>{n} {name} – кой замества?</translation>
    </message>
    <message>
        <source>{n} {name} – who votes for them?</source>
        <translation>{n} {name} – кой гласува вместо тях?</translation>
    </message>
    <message>
        <source>Votes for them</source>
        <translation>Гласува вместо тях</translation>
    </message>
</context>
<context>
    <name>SubstituteForm</name>
    <message>
        <source>replaces {name}</source>
        <translation>замества {name}</translation>
    </message>
    <message>
        <source>Authorise a substitute</source>
        <translation>Упълномощи заместник</translation>
    </message>
    <message>
        <source>Authorise</source>
        <translation>Упълномощи</translation>
    </message>
    <message>
        <source>The substitute is authorised</source>
        <translation>Заместникът е упълномощен</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>Type the first day.</source>
        <translation>Въведете първия ден.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Empty: until it is revoked</source>
        <translation>Празно: до отмяна</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Power of attorney or letter, number and date</source>
        <translation>Пълномощно или писмо, № и дата</translation>
    </message>
</context>
<context>
    <name>TaskActs</name>
    <message>
        <source>The commitment is removed</source>
        <translation>Ангажиментът е премахнат</translation>
    </message>
    <message>
        <source>The task is removed</source>
        <translation>Задачата е изтрита</translation>
    </message>
    <message>
        <source>The support is removed</source>
        <translation>Подкрепата е изтрита</translation>
    </message>
    <message>
        <source>The change is taken back</source>
        <translation>Промяната е върната</translation>
    </message>
</context>
<context>
    <name>TaskDoneForm</name>
    <message>
        <source>It is done</source>
        <translation>Изпълнена е</translation>
    </message>
    <message>
        <source>The task is reported as done</source>
        <translation>Задачата е отчетена като изпълнена</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Изпълнена на</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>Въведете деня.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Резултат</translation>
    </message>
    <message>
        <source>Type the result.</source>
        <translation>Въведете резултата.</translation>
    </message>
    <message>
        <source>Reported so far</source>
        <translation>Докладвано досега</translation>
    </message>
    <message>
        <source>between sessions</source>
        <translation>между заседанията</translation>
    </message>
    <message>
        <source>session № {n}</source>
        <translation>заседание № {n}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>до {date}</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Until a date</source>
        <translation>До дата</translation>
    </message>
    <message>
        <source>The next session</source>
        <translation>Следващото заседание</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Постоянен</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Какво</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Отговорник</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Task @institution !+14</source>
        <translation>Задача @институция !+14</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Нова задача</translation>
    </message>
    <message>
        <source>no institution</source>
        <translation>без институция</translation>
    </message>
    <message>
        <source>declared by {name}</source>
        <translation>заяви {name}</translation>
    </message>
    <message>
        <source>with the decision</source>
        <translation>с решението</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>общо {n}</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Ангажимент</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>@institution undertakes … !+14 ^who</source>
        <translation>@институция поема … !+14 ^кой</translation>
    </message>
    <message>
        <source>next session</source>
        <translation>следващо заседание</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>постоянен</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>No task yet; tasks come from decisions in a session.</source>
        <translation>Още няма задачи; идват от решенията на заседание.</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} от {all}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>изпълнена</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>постоянен срок</translation>
    </message>
    <message>
        <source>next session</source>
        <translation>следващо заседание</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>без срок</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>от {day}</translation>
    </message>
</context>
<context>
    <name>TasksScreen</name>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Task, institution, decision …</source>
        <translation>Задача, институция, решение …</translation>
    </message>
    <message>
        <source>Only overdue</source>
        <translation>Само просрочените</translation>
    </message>
    <message>
        <source>search</source>
        <translation>търсене</translation>
    </message>
    <message>
        <source>report the task as done</source>
        <translation>отчитане на задачата</translation>
    </message>
    <message>
        <source>to the inbox, for the next agenda</source>
        <translation>към входящите, за следващия дневен ред</translation>
    </message>
    <message>
        <source>to the decision of the task</source>
        <translation>към решението на задачата</translation>
    </message>
    <message>
        <source>to the case of the task</source>
        <translation>към случая на задачата</translation>
    </message>
    <message>
        <source>No open task</source>
        <translation>Няма неприключена задача</translation>
    </message>
    <message>
        <source>Tasks are made with the decisions of a session.</source>
        <translation>Задачите се поставят с решенията на заседание.</translation>
    </message>
    <message>
        <source>To the sessions</source>
        <translation>Към заседанията</translation>
    </message>
    <message>
        <source>{tasks}, overdue: {late}</source>
        <translation>{tasks}, просрочени: {late}</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Отговорник</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>decision {n}</source>
        <translation>решение {n}</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>постоянен</translation>
    </message>
    <message>
        <source>next session</source>
        <translation>следващото заседание</translation>
    </message>
    <message>
        <source>late by {days}</source>
        <translation>закъснение {days}</translation>
    </message>
    <message>
        <source>This task was not made in a session.</source>
        <translation>Тази задача не е поета на заседание.</translation>
    </message>
    <message>
        <source>This task belongs to no case.</source>
        <translation>Тази задача не е по случай.</translation>
    </message>
    <message>
        <source>The task waits in the inbox</source>
        <translation>Задачата чака във входящите</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Нов шаблон</translation>
    </message>
    <message>
        <source>Sessions that were made from it stay as they are.</source>
        <translation>Заседанията, създадени от него, остават непроменени.</translation>
    </message>
    <message>
        <source>The template is saved</source>
        <translation>Шаблонът е записан</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Обичайният</translation>
    </message>
    <message>
        <source>Type a point and press Enter</source>
        <translation>Въведете точка и натиснете Enter</translation>
    </message>
    <message>
        <source>In the closed part</source>
        <translation>В закритата част</translation>
    </message>
    <message>
        <source>Add the point</source>
        <translation>Добави точката</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минути</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>On the screen in the hall</source>
        <translation>На екрана в залата</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>Въведете име.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Място</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Change the point</source>
        <translation>Промени точката</translation>
    </message>
</context>
<context>
    <name>TemplatesScreen</name>
    <message>
        <source>Templates of sessions</source>
        <translation>Шаблони на заседания</translation>
    </message>
    <message>
        <source>From the last session</source>
        <translation>От последното заседание</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Нов шаблон</translation>
    </message>
    <message>
        <source>new template</source>
        <translation>нов шаблон</translation>
    </message>
    <message>
        <source>change the template</source>
        <translation>промени шаблона</translation>
    </message>
    <message>
        <source>take the template away</source>
        <translation>премахни шаблона</translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation>Още няма шаблон</translation>
    </message>
    <message>
        <source>A template keeps the points that come up at each session.</source>
        <translation>Шаблонът пази точките, които се повтарят на всяко заседание.</translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation>Още няма заседание.</translation>
    </message>
    <message>
        <source>The template is taken away</source>
        <translation>Шаблонът е премахнат</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Времетраене</translation>
    </message>
    <message>
        <source>{kind} · the usual one</source>
        <translation>{kind} · обичайният</translation>
    </message>
</context>
<context>
    <name>TimeEdit</name>
    <message>
        <source>hh:mm</source>
        <translation>чч:мм</translation>
    </message>
    <message>
        <source>Type a time such as 10:30.</source>
        <translation>Въведете час като 10:30.</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>Отмени</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Няма какво да се отмени.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Върни</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Няма какво да се върне.</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Върнато</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Passphrase</source>
        <translation>Парола</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Отключи</translation>
    </message>
    <message>
        <source>I have a recovery sheet</source>
        <translation>Имам лист за възстановяване</translation>
    </message>
    <message>
        <source>Another store …</source>
        <translation>Друго хранилище …</translation>
    </message>
    <message>
        <source>DCM Coordinator</source>
        <translation>ОКМД Координатор</translation>
    </message>
    <message>
        <source>Encrypted on this computer</source>
        <translation>Шифровано на този компютър</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Въведете паролата.</translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation>Отключва се …</translation>
    </message>
    <message>
        <source>It was typed in Latin letters.</source>
        <translation>Писана е на латиница.</translation>
    </message>
</context>
<context>
    <name>UnlockTest</name>
    <message>
        <source>Passphrase, to be sure of it</source>
        <translation>Парола – за проверка</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Провери</translation>
    </message>
    <message>
        <source>The passphrase opens the store.</source>
        <translation>Паролата отключва.</translation>
    </message>
</context>
<context>
    <name>UrgentCard</name>
    <message>
        <source>Urgent cases</source>
        <translation>Спешни случаи</translation>
    </message>
    <message>
        <source>urgent cases</source>
        <translation>спешни случаи</translation>
    </message>
    <message>
        <source>No case of high risk.</source>
        <translation>Няма случай с висок риск.</translation>
    </message>
    <message>
        <source>the case</source>
        <translation>случаят</translation>
    </message>
    <message>
        <source>not on an agenda</source>
        <translation>не е в дневен ред</translation>
    </message>
    <message>
        <source>item {n} on {day}</source>
        <translation>точка {n} на {day}</translation>
    </message>
</context>
<context>
    <name>VoteStrip</name>
    <message>
        <source>Votes: for, against, abstained</source>
        <translation>Гласове: за, против, въздържали се</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Гласуване</translation>
    </message>
    <message>
        <source>for</source>
        <translation>за</translation>
    </message>
    <message>
        <source>against</source>
        <translation>против</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>въздържал се</translation>
    </message>
    <message>
        <source>Other way of voting</source>
        <translation>Друг начин на гласуване</translation>
    </message>
    <message>
        <source>Number {number} does not vote now.</source>
        <translation>Номер {number} не гласува в момента.</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Поименно</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Тайно</translation>
    </message>
    <message>
        <source>number and sign: - against, / abstained, ! recused · + the rest for</source>
        <translation>номер и знак: - против, / въздържал се, ! отвод · + останалите „за“</translation>
    </message>
    <message>
        <source>for-against-abstained-blank-invalid · number and * counts the votes</source>
        <translation>за-против-въздържали се-бели-недействителни · номер и * преброява гласовете</translation>
    </message>
    <message>
        <source>Enter – without objections · + all for</source>
        <translation>Enter – без възражения · + всички за</translation>
    </message>
    <message>
        <source>Record the vote</source>
        <translation>Запиши</translation>
    </message>
    <message>
        <source>Adopt № {number}</source>
        <translation>Приеми № {number}</translation>
    </message>
    <message>
        <source>Adopt the agenda</source>
        <translation>Приеми дневния ред</translation>
    </message>
    <message>
        <source>Put it on the agenda</source>
        <translation>Включи в дневния ред</translation>
    </message>
    <message>
        <source>Not answered: {n}</source>
        <translation>Не са отговорили: {n}</translation>
    </message>
    <message>
        <source>Cannot be entered</source>
        <translation>Не може да се запише</translation>
    </message>
    <message>
        <source>counts the votes</source>
        <translation>преброява гласовете</translation>
    </message>
    <message>
        <source>does not vote</source>
        <translation>не гласува</translation>
    </message>
</context>
<context>
    <name>VoteWords</name>
    <message>
        <source>Adopted without objections</source>
        <translation>Приема се без възражения</translation>
    </message>
    <message>
        <source>The chair decides: adopted</source>
        <translation>Решава председателят: приема се</translation>
    </message>
    <message>
        <source>The chair decides: not adopted</source>
        <translation>Решава председателят: не се приема</translation>
    </message>
    <message>
        <source>Adopted unanimously</source>
        <translation>Приема се единодушно</translation>
    </message>
    <message>
        <source>Equal votes: not adopted</source>
        <translation>Равни гласове: не се приема</translation>
    </message>
    <message>
        <source>Adopted by majority</source>
        <translation>Приема се с мнозинство</translation>
    </message>
    <message>
        <source>Not adopted</source>
        <translation>Неприето</translation>
    </message>
    <message>
        <source>{voters} may vote</source>
        <translation>гласуват {voters}</translation>
    </message>
    <message>
        <source>{present} present − {recused} recused</source>
        <translation>{present} присъстващи − {recused} отвод</translation>
    </message>
    <message>
        <source>{n} {sign} {against} (for over against)</source>
        <translation>{n} {sign} {against} („за“ срещу „против“)</translation>
    </message>
    <message>
        <source>{n} {sign} {needed} (two thirds of {base})</source>
        <translation>{n} {sign} {needed} (две трети от {base})</translation>
    </message>
    <message>
        <source>{n} {sign} {half} (half of {base})</source>
        <translation>{n} {sign} {half} (половината от {base})</translation>
    </message>
    <message>
        <source>{n} {sign} {half} (half of all {base} seats)</source>
        <translation>{n} {sign} {half} (половината от всички {base} места)</translation>
    </message>
    <message>
        <source>{n} present</source>
        <translation>{n} присъстващи</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>District mechanism</source>
        <translation>Областен механизъм</translation>
    </message>
    <message>
        <source>coordinator of one of the 28 districts</source>
        <translation>координатор в една от 28-те области</translation>
    </message>
    <message>
        <source>Municipal mechanism</source>
        <translation>Общински механизъм</translation>
    </message>
    <message>
        <source>within a district</source>
        <translation>в рамките на областта</translation>
    </message>
    <message>
        <source>National team</source>
        <translation>Национален екип</translation>
    </message>
    <message>
        <source>receives the files of the districts</source>
        <translation>приема файловете на областите</translation>
    </message>
    <message>
        <source>Choose a district</source>
        <translation>Изберете област</translation>
    </message>
    <message>
        <source>Choose a municipality</source>
        <translation>Изберете община</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Област</translation>
    </message>
    <message>
        <source>Choose the district.</source>
        <translation>Изберете областта.</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Община</translation>
    </message>
    <message>
        <source>Choose the municipality.</source>
        <translation>Изберете общината.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Вашето име</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Въведете името си.</translation>
    </message>
    <message>
        <source>Stands in the log as the author of the entries.</source>
        <translation>Стои в дневника като автор на вписаното.</translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>the keys of the place you are in</source>
        <translation>клавишите на мястото, където сте</translation>
    </message>
    <message>
        <source>any command by its name</source>
        <translation>всяка команда по име</translation>
    </message>
    <message>
        <source>next place; with Shift the one before</source>
        <translation>следващото място; с Shift предишното</translation>
    </message>
    <message>
        <source>back to where you came from</source>
        <translation>обратно, откъдето дойдохте</translation>
    </message>
    <message>
        <source>undo the last act</source>
        <translation>отмяна на последното действие</translation>
    </message>
    <message>
        <source>do it again</source>
        <translation>връщане на отмененото</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>заключване</translation>
    </message>
    <message>
        <source>hide the screen of the hall, show it again; Pause too</source>
        <translation>скрива екрана в залата, показва го отново; също и Pause</translation>
    </message>
    <message>
        <source>hold the screen of the hall, let it follow again</source>
        <translation>задържа екрана в залата, пуска го отново</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Навсякъде</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Отиди на</translation>
    </message>
    <message>
        <source>Hide the screen of the hall, or show it again</source>
        <translation>Скрий екрана в залата или го покажи отново</translation>
    </message>
    <message>
        <source>Hold the screen of the hall, or let it follow</source>
        <translation>Задръж екрана в залата или го пусни</translation>
    </message>
</context>
<context>
    <name>WrittenPage</name>
    <message>
        <source>Item</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>How the answer came</source>
        <translation>Как дойде отговорът</translation>
    </message>
    <message>
        <source>number and sign</source>
        <translation>номер и знак</translation>
    </message>
    <message>
        <source>Number and sign</source>
        <translation>Номер и знак</translation>
    </message>
    <message>
        <source>Last day for answers</source>
        <translation>Последен ден за отговори</translation>
    </message>
    <message>
        <source>Hour until which answers are taken</source>
        <translation>Час, до който се приемат отговори</translation>
    </message>
    <message>
        <source>Count the votes</source>
        <translation>Преброяване</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Отговори</translation>
    </message>
    <message>
        <source>Answers until</source>
        <translation>Отговори до</translation>
    </message>
    <message>
        <source>Written votes</source>
        <translation>Писмени гласове</translation>
    </message>
    <message>
        <source>{n} of {asked} answered, {needed} needed</source>
        <translation>отговорили {n} от {asked}, нужни {needed}</translation>
    </message>
    <message>
        <source>{n} of {asked}</source>
        <translation>{n} от {asked}</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Има кворум</translation>
    </message>
    <message>
        <source>No quorum</source>
        <translation>Няма кворум</translation>
    </message>
    <message>
        <source>Written votes: number, then</source>
        <translation>Писмени гласове: номер, после</translation>
    </message>
    <message>
        <source>for</source>
        <translation>за</translation>
    </message>
    <message>
        <source>against</source>
        <translation>против</translation>
    </message>
    <message>
        <source>abstains</source>
        <translation>въздържал се</translation>
    </message>
    <message>
        <source>take the answer back</source>
        <translation>връщане на отговора</translation>
    </message>
    <message>
        <source>count the votes</source>
        <translation>преброяване на гласовете</translation>
    </message>
    <message>
        <source>tel.</source>
        <translation>тел.</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>хартия</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>ел. поща</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>няма отговор</translation>
    </message>
    <message>
        <source>Type a number and +, - or /, for example 4-.</source>
        <translation>Напишете номер и +, - или /, например 4-.</translation>
    </message>
    <message>
        <source>Decision {number} is adopted. {why}</source>
        <translation>Решение {number} е прието. {why}</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Не</translation>
    </message>
</context>
<context>
    <name>_AttendanceHead</name>
    <message>
        <source>share</source>
        <translation>дял</translation>
    </message>
</context>
<context>
    <name>_FileDialog</name>
    <message>
        <source>Folder:</source>
        <translation>Папка:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Вид файл:</translation>
    </message>
</context>
<context>
    <name>_PersonChoice</name>
    <message>
        <source>New person …</source>
        <translation>Ново лице …</translation>
    </message>
    <message>
        <source>not in the list yet</source>
        <translation>още не е в списъка</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Лице</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Type to search …</source>
        <translation>Пишете, за да търсите …</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Няма съвпадение</translation>
    </message>
</context>
<context>
    <name>_RecoveryPage</name>
    <message>
        <source>Unlock and set the passphrase</source>
        <translation>Отключи и смени паролата</translation>
    </message>
    <message>
        <source>Eight groups of five signs; each turns green when it is right.</source>
        <translation>Осем групи по пет знака; вярната позеленява.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Лист за възстановяване</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Нова парола</translation>
    </message>
    <message>
        <source>Compare this group with the sheet.</source>
        <translation>Сравнете тази група с листа.</translation>
    </message>
</context>
<context>
    <name>_RoleForm</name>
    <message>
        <source>Take out</source>
        <translation>Махни</translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation>Същото лице е</translation>
    </message>
</context>
<context>
    <name>_SeatsHead</name>
    <message>
        <source>Vote</source>
        <translation>Гласуване</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>От дата</translation>
    </message>
</context>
<context>
    <name>screen</name>
    <message>
        <source>Inbox</source>
        <translation>Входящи</translation>
    </message>
</context>
</TS>
