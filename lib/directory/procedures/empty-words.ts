import { words } from '#lib/platform/stem.ts';

/** Words of a question that say nothing of what it is about, in three languages. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  words(`
    a aby albo ale bez bo by być będę będzie bym chcę chciałabym chciałbym ci co coś czy czego czym dla do dzień dobry
    gdy gdzie i ich ile im ja jak jaka jaki jakie jakieś je jego jej jest jestem jeszcze jeśli już kiedy komu kto
    która które który ktoś lub ma mam mamy mi mieć mnie moge mogę moich moim moja moje mojego mojej mój może można mu
    muszę na nad nam nas nasz nie niej nim nowy nowa nowe o od on ona oni oraz po pod poproszę potrzebuję potrzebne
    proszę przed przez przy sam się są sobie swój swoje swojego swojej ta tak też tam te tego tej ten to trzeba tu ty
    tych tym u w we wam was witam z za załatwić zrobić ze że żeby
    about am an and any are as at be can could did do does for from get give have hello help how i if in into is it its
    me much must my need of off on or our please should so some that the their them there they this to us want was we
    what when where which who will with would you your
    або але без би бо був буде в вам вас ви від він вона вони все всі де для до добрий день є за зі з і із й його її
    їх як яка яке який які якщо кому коли куди ли маю мене мені ми мій моя моє мої може можна на над нам нас наш не ні
    ну о он от перед по потрібно потрібен потрібна потрібні прошу під при про свій своя своє свою та так такий там те
    ти то той треба тут у хочу хто це ця цей чи чого чому ще що щоб щось я
  `),
);
